# abs, divmod, pow, round, sum, min, max, bin, chr, ord, isinstance, format: arguments and errors.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


t(abs, -5); t(abs, -2.5); t(abs, True); t(abs, "x"); t(abs); t(abs, 1, 2); t(abs, x=1); t(abs, -2**100)
t(divmod, 7, -2); t(divmod, -7.5, 2); t(divmod, 1, 0); t(divmod, 1.0, 0); t(divmod, "a", 1); t(divmod, 1); t(divmod, 2**100, 3); t(divmod, True, 2)
t(pow, 2, 10); t(pow, 2, -1); t(pow, 2, 10, 7); t(pow, 2, -1, 7); t(pow, 2, -1, 4); t(pow, 2, 3, 0); t(pow, 2, 3, -5); t(pow, 2.0, 3, 5); t(pow, "a", 2); t(pow, 2); t(pow, base=2, exp=3); t(pow, 2, exp=3, mod=5)
t(pow, 0, 0); t(pow, 0.0, 0); t(pow, 0, -1); t(pow, 2, 0.5); t(pow, 1.5, 10**400); t(pow, 3, 1, 1); t(pow, -3, 3, 5); t(pow, 2, None)
t(round, 2.5); t(round, 2.675, 2); t(round, 1250, -2); t(round, 1350, -2); t(round, 5, 2); t(round, 1e20); t(round, 15.0, -1); t(round, "x"); t(round, 1, "x"); t(round); t(round, 1.25, 1); t(round, 0.1 + 0.2, 17); t(round, number=1.7)
t(round, 2.5, ndigits=None); t(round, -0.4); t(round, 12345678901234567890, -5); t(round, True)
t(sum, []); t(sum, [1, 2.5]); t(sum, [[1]], []); t(sum, ["a"]); t(sum, ["a"], ""); t(sum, [b"a"], b""); t(sum, 5); t(sum, [1], start=10); t(sum); t(sum, [1], 2, 3); t(sum, [None]); t(sum, [0.1] * 10); t(sum, [2**62, 2**62]); t(sum, [1], None)
t(min, []); t(min, 5); t(min, 3, 1, 2); t(min, [], default=0); t(min, 1, 2, default=0); t(min, "b", "a", key=ord); t(min, ["bb", "a"], key=len); t(min, 1, "a"); t(min); t(min, [1], key=5); t(min, [1], foo=1); t(max, [(1, "a"), (1, "b")], key=lambda p: p[0])
t(max, 1, 1.0, True); t(min, 1.0, 1); t(max, None); t(max, [1, None]); t(max, [], key=len); t(max, iter([]), default=None)
for f in (bin, oct, hex): t(f, 10); t(f, -10); t(f, 0); t(f, True); t(f, 1.5); t(f, "1"); t(f, 2**70); t(f)
t(chr, 0x10ffff + 1); t(chr, -1); t(chr, "a"); t(chr, 1.5); t(chr, 2**40); t(ord, "ab"); t(ord, ""); t(ord, b"a"); t(ord, b"ab"); t(ord, 5); t(ascii, "é\n'"); t(callable, len); t(callable, 5); t(callable); t(id); t(hash, []); t(hash); t(hash, (1, [2]))
t(isinstance, 1); t(isinstance, 1, 2); t(isinstance, 1, (str, (int,))); t(isinstance, 1, int | str); t(isinstance, 1, (str, 5)); t(isinstance, 1, ()); t(issubclass, 1, int); t(issubclass, bool, (str, int)); t(issubclass, int, 5); t(issubclass, int)
t(format, 5, "x"); t(format, 5, 5); t(format, [], "x"); t(format, None, "5"); t(format, 5, "q"); t(format, "x", "d"); t(format); t(bool); t(any, 5); t(all, [1, 0]); t(any); t(all, [], []); t(len, 5); t(len); t(len, [1], [2])
t(sorted, 5); t(sorted, [2, 1], None, True); t(sorted, [2, 1], key=None, reverse=1); t(sorted, "ba", lambda x: x); t(sorted); t(print, 1, sep=5); t(print, 1, end=5); t(print, 1, foo=5)
