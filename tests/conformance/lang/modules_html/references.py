# escape and unescape: named characters with and without semicolon, the longest name that fits, numbers that stand for others.
import html

for text in ("", "a & b", "<a href=\"x\">it's</a>", "&amp;lt;", "é<😀>"):
    print(ascii(html.escape(text)), ascii(html.escape(text, False)), ascii(html.escape(text, quote=True)), html.unescape(html.escape(text)) == text)
for text in ("&lt;&gt;&amp;&quot;&apos;", "&lt", "&ltx", "&notit;", "&notin;", "&not", "&copy2024", "&nbsp;|&nbsp", "&hearts;&hearts", "&NotEqualTilde;",
             "&bogus;", "&;", "&", "&#", "&#;", "&#65;&#65", "&#x41;&#X41&#x", "&#0;", "&#13;", "&#128;&#150;", "&#xD800;", "&#99999999;", "&#11;",
             "&#xfffe;", "&#x1F600;", "&am&amp", "&thetasym;&Theta;", "&fjlig;", "&eacute;&Eacute;&eacute", "&amp;amp;", "&CounterClockwiseContourIntegral;"):
    print(text, ascii(html.unescape(text)))
from html.entities import codepoint2name, html5, name2codepoint
print(len(html5), len(name2codepoint), html5["amp;"], name2codepoint["eacute"], codepoint2name[8364], ascii(html5["fjlig;"]))
