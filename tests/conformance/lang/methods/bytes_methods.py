# bytes and bytearray: building, searching, the mutable one, errors.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


t(bytes); t(bytes, 3); t(bytes, -1); t(bytes, [1, 255]); t(bytes, [256]); t(bytes, [-1]); t(bytes, ["a"]); t(bytes, "é"); t(bytes, "é", "utf-8"); t(bytes, "é", "ascii"); t(bytes, 1.5); t(bytes, None); t(bytes, b"x", "ascii"); t(bytes, range(3)); t(bytes, True); t(bytes, source=b"q"); t(bytes, 1, 2, 3, 4)
t(bytearray, 2); t(bytearray, "x"); t(bytearray, [300]); t(bytearray, b"ab"); t(bytearray, -5)
for sub in (b"b", 98, b"", 256, -1, "b", None, 1.5, bytearray(b"bc")):
    for name in ("find", "count", "index", "__contains__"):
        t(getattr(b"abcabc", name), sub)
t(b"abc".startswith, (b"x", b"a")); t(b"abc".startswith, "a"); t(b"abc".endswith, b"c", 1); t(b"a b".split); t(b"a,b".split, b","); t(b"a,b".split, ","); t(b"a,b".split, b""); t(b"abc".partition, b"b"); t(b" x ".strip); t(b"xax".strip, b"x"); t(b"xax".strip, 120); t(b"abc".replace, b"b", b"--"); t(b"abc".replace, b"b", "x"); t(b",".join, [b"a", bytearray(b"b")]); t(b",".join, ["a"]); t(b"ab".center, 6, b"*"); t(b"ab".center, 6, "*"); t(b"ab".ljust, 4); t(b"7".zfill, 3); t(b"ab".hex); t(b"abcd".hex, ":"); t(b"abcde".hex, "-", 2); t(b"abcde".hex, "-", -2); t(b"ab".hex, ""); t(b"ab".hex, "ab"); t(bytes.fromhex, "61 62"); t(bytes.fromhex, "6"); t(bytes.fromhex, "6g"); t(bytearray.fromhex, "ff"); t(b"aB".upper); t(b"aB".swapcase); t(b"ab cd".title); t(b"abc".isalpha); t(b"a1".isalnum); t(b"".isdigit); t(b"\xff".isascii); t(b"a\tb".expandtabs, 4); t(b"a\nb".splitlines); t(b"abc".translate, None, b"b"); t(b"abc".translate, bytes(range(256))); t(b"abc".translate, b"x")
t(b"abc".decode); t(b"\xff".decode); t(b"\xe9".decode, "latin-1"); t(b"a\xffb".decode, "utf-8", "replace"); t(b"a\xffb".decode, "utf-8", "ignore"); t(b"a\xffb".decode, "ascii", "backslashreplace"); t(b"\xed\xa0\x80".decode); t(b"\xf0\x9f\x98".decode); t(b"abc".decode, "nope"); t(b"a".__add__, "b"); t(b"a".__mul__, "b"); t(b"abc".__getitem__, 1); t(b"abc".__getitem__, slice(0, 2)); t(b"abc".__getitem__, "x"); t(b"abc".__getitem__, 9); t(b"a".__eq__, "a"); t(b"a".__lt__, b"b"); t(b"abc".removeprefix, b"a"); t(b"abc".removesuffix, "c")
a = bytearray(b"hello")
a[0] = 72; a[1:3] = b"EY"; a.append(33); a.extend(b"??"); a.extend([46]); a.insert(0, 62); a.remove(33); a.reverse()
print(a, a.pop(), a.pop(0), len(a), a.copy() == a, a.copy() is a)
del a[0]; del a[::2]; a += b"zz"; a *= 2
print(a, a == bytes(a), bytes(a) == a, a.find(b"z"))
t(a.append, 256); t(a.append, "x"); t(a.extend, "x"); t(a.extend, [1000]); t(a.insert, 0, "x"); t(a.remove, 1); t(a.pop, 99); t(bytearray().pop); t(a.__setitem__, 0, 256); t(a.__setitem__, 99, 1); t(a.__setitem__, 0, b"x"); t(a.__setitem__, slice(0, 4, 2), b"x"); t(hash, a); t(a.clear); t(lambda: a); t(a.__iadd__, 5); t(bytearray(b"ab").__delitem__, 5)
print({b"a": 1}[bytes(bytearray(b"a"))], b"a" in {b"a"}, bytearray(b"b") > b"a", sorted([b"b", b"a", b""]), repr(b"'"), repr(b'"\''), repr(bytearray(b"\x00\n\\")))
