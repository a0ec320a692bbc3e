# textwrap.wrap: where a line may end (hyphens of compounds, dashes, long words), and every option of TextWrapper.
import textwrap

texts = [
    "The quick brown fox jumped.  It was a well-known, never-ending story -- or so--it seems--they said. e-mail x-y-z pre-1990 co-op--operation",
    "Hello there.\tTabs\there.\n\nNew para.  \"Quoted.\" Then 'more.' End!",
    "   leading and trailing   ",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbbbbb-ccccc",
    "one--two---three -- four --five-- six --long-option=value file-name.txt",
    "word\u00a0joined by no-break space, 日本語 テスト",
    "",
]
options = [
    {}, {"break_long_words": False}, {"drop_whitespace": False}, {"break_on_hyphens": False}, {"fix_sentence_endings": True},
    {"initial_indent": "* ", "subsequent_indent": "  "}, {"replace_whitespace": False}, {"expand_tabs": False}, {"tabsize": 4},
]
for text in texts:
    for width in (4, 12, 33):
        for kwargs in options:
            print(width, kwargs, textwrap.wrap(text, width, **kwargs))
print(textwrap.fill("one two three four", 9))
wrapper = textwrap.TextWrapper(width=10)
wrapper.width = 6
print(wrapper.wrap("one two three"), wrapper.fill("a b c d e f"))
for width in (0, -3):
    try:
        textwrap.wrap("a", width)
    except ValueError as error:
        print(error)
