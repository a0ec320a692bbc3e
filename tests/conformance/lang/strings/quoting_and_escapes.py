# repr chooses quotes and escapes; raw, triple-quoted and Unicode literals.
print(["it's", 'say "hi"', "both ' and \"", "tab\t", "new\nline", "back\\slash", "\x00\x1f\x7f", "é", "日本", "\u200b", "🙂"])
print("\x41\u00e9\u2022\101", r"\n stays", len("🙂"), len("é"), "日本"[1], ascii("é🙂"))
print("""first
  second \
joined""")
print(repr("it's"), str("it's"), 'a\'b', "a\"b", repr('\''), repr("\\"))
print(ord("A"), chr(8364), "a" "b", "é".upper(), "ß".upper())
print("x" + "-" * 5 + ">", "é" == "\u00e9", "%s and %r" % ("a", "a"), "100%")
print("one\ttwo", "ring\\a", sep="\n", end="|\n")
print("a", 1, None, 2.0, [1], sep="", end="")
print()
print(*[], sep="x")
print(*"abc", sep=", ", end=".\n")
