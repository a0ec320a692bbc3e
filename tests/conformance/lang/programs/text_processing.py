# conformance: stderr
# Words counted, tables, format specifications, str methods, a cipher.
text = """It was the best of times, it was the worst of times,
it was the age of wisdom..."""
words = text.lower().replace(",", "").replace(".", "").split()
freq = {}
for w in words: freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:5]: print(f"{w:<10}|{n:>3}|{'*' * n:^9}|")
print(f"{'Name':<10}{'Age':>5}\n{'-'*15}"); 
for n, a in [("Ann", 30), ("Bob", 5)]: print(f"{n:<10}{a:>5}")
print(f"{3.14159:.2f} {1e6:,} {255:#x} {0.256:.1%} {1234567.891:,.2f} {42:05d} {-5:+} {'x':*^7} {True!s:>6} {[1,2]!r:>8} {3:>{5}} {'abc'[::-1]=}")
print("a,b;c d".replace(";", ",").split(","), "  x y ".split(), "a--b".split("-"), "abc".partition("b"), "x=1=2".rsplit("=", 1), "Hello".swapcase(), "hello world".title(), "they're".title(), "ß".upper(), "İ".lower(), "ǆ".title())
print("%s is %d years and %.1f%% %5s|%-5s|%05d" % ("Al", 3, 99.5, "r", "l", 42), "{0} {1} {0}".format("a", "b"), "{name!r:>6}".format(name="x"), "{:%Y-%m-%d}".format(__import__("datetime").date(2024, 1, 2)))
print("madam"[::-1] == "madam", sorted("banana"), "".join(sorted(set("banana"))), "banana".count("an"), "banana".find("z"), "banana".index("n"), "abc" < "abd", "Z" < "a", "10" < "9", ord("a"), chr(98), "a" * 3, "é".encode(), b"\xc3\xa9".decode(), "abc".isalpha(), "12".isdigit(), "²".isdigit(), "½".isnumeric(), " ".isspace())
print("tab\tsep".expandtabs(8), r"raw\n", 'it\'s', "multi" "part", """tri"ple""", "\u00e9\N{BULLET}\x41\101", len("👍🏽"), "👍🏽"[0] == "👍", "e\u0301" == "é")
caesar = lambda s, k: "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar("hello, world", 3), caesar(caesar("abc", 5), -5), "hello".translate({104: "J", 111: None}))
print("abc".index("z"))
