# textwrap: max_lines with its placeholder, shorten, dedent with mixed margins, indent with a predicate.
import textwrap

text = "The quick brown fox, which was never-ending, jumped over it all"
for lines in (1, 2, 3):
    for placeholder in (" [...]", "~", "..."):
        for width in (7, 12, 30):
            try:
                print(lines, width, textwrap.wrap(text, width, max_lines=lines, placeholder=placeholder))
            except ValueError as error:
                print(lines, width, placeholder, error)
print(textwrap.wrap("aa bb    ", 5, max_lines=1), textwrap.wrap("aa bb    c", 5, max_lines=1, placeholder="!"))
for width in (5, 11, 12, 40):
    try:
        print(repr(textwrap.shorten("Hello   world!\n How are\tyou?", width)), repr(textwrap.shorten("Hello  world!", width, placeholder="")))
    except ValueError as error:
        print(error)
for block in ("  a\n    b\n  c\n", "\ta\n  b", "  a\n \n   \n  b\n", "    x\n\t\n    y\n", "", "\n\n", "   ", "  a\n\tb\n", "  \t a\n  \tb\n"):
    print(repr(textwrap.dedent(block)), repr(textwrap.indent(block, "> ")), repr(textwrap.indent(block, "+", lambda line: True)))
print(textwrap.indent("one\n\ntwo\r\nthree", "  ", lambda line: "t" in line))
