# Percent encoding, query strings there and back, and what is refused.
from urllib.parse import (parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote, unquote_plus, unquote_to_bytes, urlencode)

for text in ("", "a b/c", "é😀~_.-", "100%", "a+b=c&d", "\x00\x7f", "'()*!"):
    print(ascii(text), quote(text), quote(text, ""), quote(text, safe="é+& "), quote_plus(text), quote_plus(text, "/"), quote(text.encode()),
          unquote(quote(text)) == unquote_plus(quote_plus(text)) == text)
for text in ("%41%zz%", "%e9", "%C3%A9x%C3", "a%20b+c", "é%41", "%", "%%41", "%4", "%u0041"):
    print(text, ascii(unquote(text)), ascii(unquote_plus(text)), unquote_to_bytes(text), ascii(unquote(text, "latin-1")))
for qs in ("a=1&b=2&a=3", "a=&b", "a=1;b=2", "&&", "=x", "a==b", "a=%26&%61=+", "é=ü", ""):
    print(qs, parse_qs(qs), parse_qs(qs, True), parse_qsl(qs, keep_blank_values=True), parse_qsl(qs, separator=";"), parse_qs(qs.encode("ascii", "ignore")))
for query in ({"a": 1, "c d": "é&", "n": None, b"k": b"v/"}, [("a", "x y"), ("a", "z")], {}, (("l", [1, "2"]),), {"t": (1, 2), "s": "ab", "f": 1.5}):
    print(urlencode(query), urlencode(query, True), urlencode(query, quote_via=quote), urlencode(query, doseq=True, safe="/&"))
for call in (lambda: quote(5), lambda: quote(None), lambda: quote_plus(5), lambda: unquote(5), lambda: quote_from_bytes("s"), lambda: urlencode("abc"),
             lambda: urlencode(5), lambda: urlencode([1]), lambda: quote(b"a", "/", "utf-8"), lambda: quote("\u20ac", encoding="latin-1"),
             lambda: unquote("%ff", errors="strict"), lambda: parse_qsl("a", strict_parsing=True), lambda: parse_qs("a=1&b=2", max_num_fields=1),
             lambda: parse_qs("a=1", separator="")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
