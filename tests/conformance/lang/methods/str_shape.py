# str: case, padding, translation, tests of characters, encoding.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


words = ["hello world", "HELLO", "ǆ", "ß", "ŉ", "İ", "they're bill's", "a1b", "1st", "", "ﬁ", "Σας", "ΑΣ", "x_y z", "aB cD"]
for word in words:
    print(ascii(word), *(ascii(getattr(word, name)()) for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold")))
for c in ("", "a", "A", "1", "²", "½", "٣", " ", "_", "é", "中", "aB1", "Ab", "Ab Cd", "ab1 ", "\n", "\x7f", "\u00ad", "५", "Ⅷ", "1a", "if", "ªº"):
    print(ascii(c), *(int(getattr(c, "is" + name)()) for name in ("alnum", "alpha", "ascii", "decimal", "digit", "identifier", "lower", "numeric", "printable", "space", "title", "upper")))
t("ab".center, 7); t("ab".center, 6, "*"); t("abc".center, 6, "*"); t("abc".center, 7, "*"); t("ab".ljust, 5, "é"); t("ab".rjust, 5, ""); t("ab".rjust, 5, "xy"); t("ab".center, 5, 5); t("ab".center, "5"); t("ab".center, 1); t("ab".center, -1); t("ab".center); t("-5".zfill, 5); t("+5".zfill, 1); t("".zfill, 3); t("--5".zfill, 6); t("5".zfill, "x"); t("a\tb".expandtabs); t("a\tb\n\tc".expandtabs, 4); t("a\tb".expandtabs, 0); t("a\tb".expandtabs, -3); t("a\tb".expandtabs, tabsize=2); t("ab\tc".expandtabs, "x")
t(str.maketrans, "abc", "xyz"); t(str.maketrans, "abc", "xyz", "d"); t(str.maketrans, {"a": 1, 98: None, "c": "zz"}); t(str.maketrans, "ab", "x"); t(str.maketrans, {"ab": 1}); t(str.maketrans, 5); t(str.maketrans, {1.5: 2}); t("abcd".translate, {97: "X", 98: None, 99: 0x41}); t("abc".translate, {97: -1}); t("abc".translate, {97: 1.5}); t("abc".translate, [None] * 98); t("abc".translate, 5); t("abc".translate, str.maketrans("ab", "ba"))
for how in ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-32-be", "UTF8", "iso8859-1", "nope"):
    t("aé".encode, how)
for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "surrogateescape"):
    t("aé€\U0001f600".encode, "ascii", errors)
t("x".encode, 5); t("x".encode, "utf-8", 5); t("x".encode, encoding="ascii", errors="ignore"); t("a%sb".__mod__, 5); t("x".__mul__, -1); t("x".__mul__, 2.0); t("x".__add__, 5); t("abc".__getitem__, 1); t("abc".__getitem__, "x"); t("abc".__contains__, 5); t("abc".__len__); t("abc".__iter__().__next__); t("abc".__format__, ">5"); t("abc".__eq__, b"abc"); t("abc".__lt__, 5); t(str, b"ab"); t(str, b"ab", "ascii"); t(str, b"\xff", "utf-8", "replace"); t(str, 5, "ascii"); t(str, "x", "ascii"); t(str, object=5); t(str, b"a", errors="strict"); t(str, 1, 2, 3, 4)
