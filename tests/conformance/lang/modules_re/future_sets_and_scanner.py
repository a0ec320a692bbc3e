# Warnings of sets that may come to mean something else, groups by objects with __index__, the order of flags, Kelvin's sign, Scanner.
import re
import warnings


class One:
    def __index__(self):
        return 1


def attempt(what):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(what())
        except Exception as error:
            print(type(error).__name__, error)
    for warning in caught:
        print("   ", warning.category.__name__, warning.message)


for pattern in ("[[a]", "[a&&b]", "[a||b]", "[a~~b]", "[--a]", "[a[b]", "[^[a]", "[+--]", "[]-a]", "[[:alpha:]]", "[a-[b]", "[&&a]", r"[a\&&]", "[a--b]"):
    attempt(lambda: re.compile(pattern))
attempt(lambda: (re.match("(a)", "a").group(One()), re.match("(a)", "a")[One()], re.match("(a)", "ba"[1:]).span(One())))
attempt(lambda: (re.I | re.A, re.X | re.M | re.S | re.A | re.I, ~re.I & (re.I | re.M)))
attempt(lambda: re.compile("a", re.A | re.I | re.X))
attempt(lambda: re.compile("[\u212a]", re.I).findall("kK\u212a"))
attempt(lambda: (re.compile("[K]", re.I).match("\u212a"), re.compile("[a-z]+", re.I | re.A).findall("K\u212ak")))
attempt(lambda: re.sub("(a)", r"\g<+1>", "a"))
attempt(lambda: re.sub("(a)", r"\g< 1>", "a"))
attempt(lambda: re.template("a"))


def number(scanner, token):
    return int(token), scanner.match.span()


scanner = re.Scanner([(r"\d+", number), (r"\w+", lambda scanner, token: token.upper()), (r"[+*-]", "operator"), (r"\s+", None)])
print(scanner.scan("12 + ab*3"))
print(scanner.scan("x ! 3"))
print(re.Scanner([("A", "a")], re.I).scan("aAb"))

view = memoryview(b"ab1")
print(re.match(b"(a)", view).group(1), re.sub(rb"\d", b"c", view), re.findall(b"[ab]", view), re.split(b"b", view))
