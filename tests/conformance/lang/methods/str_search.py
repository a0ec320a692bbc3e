# str: find, index, count, replace, split, partition, strip, startswith: edges and errors.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


s = "abcabcabc"
for args in (("b",), ("b", 2), ("b", -3), ("b", 2, 4), ("", 3), ("", 9), ("", 10), ("", 5, 2), ("z",), ("abc", None, None), ("b", None, 3), ("c", 100), ("b", -100, 100)):
    row = []
    for name in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
        try:
            row.append(getattr(s, name)(*args))
        except ValueError as error:
            row.append(str(error))
    print(args, row)
t(s.find); t(s.find, 5); t(s.find, "a", "b"); t(s.find, "a", 1.5); t(s.find, "a", 1, 2, 3); t(s.index, "zz"); t(s.rindex, "zz"); t(s.count, None); t(s.startswith, 5); t(s.startswith, ("a", 5)); t(s.startswith, ("z", "ab")); t(s.startswith, ()); t(s.startswith, ["a"]); t(s.endswith, ("bc", "x"), 2); t(s.find, sub="a")
t(s.replace, "b", "X"); t(s.replace, "b", "X", 2); t(s.replace, "b", "X", -1); t(s.replace, "", "-"); t(s.replace, "", "-", 3); t("".replace, "", "x"); t("".replace, "", "x", 0); t(s.replace, "b"); t(s.replace, "b", 5); t(s.replace, 5, "b"); t(s.replace, "b", "c", "d"); t(s.replace, "b", "c", count=1); t(s.replace, "abc", ""); t("aaa".replace, "aa", "b")
t("a b  c ".split); t("a b  c ".split, " "); t(" a b ".split, None, 1); t(" a  b  c ".rsplit, None, 1); t("a,b,,c".split, ","); t("a,b,,c".split, ",", 2); t("a,b,,c".rsplit, ",", 2); t("".split); t("".split, ","); t("abc".split, ""); t("abc".split, 5); t("abc".split, "b", "x"); t("a--b--c".split, "--", maxsplit=1); t("a b".split, sep=None); t("a b".split, " ", 1, 2); t("a\u2003b\x1fc".split)
t("a.b.c".partition, "."); t("a.b.c".rpartition, "."); t("abc".partition, "."); t("abc".rpartition, "."); t("abc".partition, ""); t("abc".partition, 5); t("abc".partition)
t("  x ".strip); t("xxabcxx".strip, "x"); t("xyabcyx".lstrip, "xy"); t("xyabcyx".rstrip, "xy"); t("abc".strip, ""); t("abc".strip, None); t("abc".strip, 5); t("abc".strip, "a", "b"); t("\u2003x\x85".strip); t("abc".removeprefix, "ab"); t("abc".removesuffix, "bc"); t("abc".removeprefix, ""); t("abc".removesuffix, 5); t("abc".removeprefix, "abcd")
t("a\nb\r\nc\rd\x0be\x1cf\x85g\u2028h".splitlines); t("a\nb\n".splitlines, True); t("".splitlines); t("\n".splitlines); t("a\n\nb".splitlines, keepends=True); t("a".splitlines, "x", "y")
t(",".join, ["a", "b"]); t(",".join, []); t(",".join, "abc"); t(",".join, ["a", 5]); t(",".join, 5); t(",".join, [b"a"]); t("".join, ("x" for x in range(2))); t("".join, {"k": 1}); t(",".join, [None]); t("-".join, ["only"])
