# Splitting, stripping, joining, searching, casing.
s = "  The quick, brown fox  "
print([s.strip(), s.lstrip(), s.rstrip(), s.split(), s.split(","), "a,,b".split(","), "a b  c".split(" ")])
print("a-b-c".split("-", 1), "a-b-c".rsplit("-", 1), "k=v=w".partition("="), "none".partition("="), "k=v=w".rpartition("="))
print(", ".join("abc"), "".join([]), "x\ny\r\nz\n".splitlines(), "xxabcxx".strip("x"), "abcba".strip("ab"))
print("banana".find("an"), "banana".rfind("an"), "banana".find("z"), "banana".count("a"), "aaaa".count("aa"), "abc".index("c"))
print("banana".replace("an", "AN"), "banana".replace("a", "", 2), "hello"[1:3], "abc" * 2, "b" in "abc", "" in "")
print("hELLO wORLD".capitalize(), "hello world".title(), "Abc".swapcase(), "ABC".lower(), "straße".upper(), "they're".title())
print("abc".startswith("ab"), "abc".endswith(("x", "c")), "abc".startswith("b", 1), "pre-fix".removeprefix("pre-"), "a.py".removesuffix(".py"))
print("42".isdigit(), "4.2".isdigit(), "abc".isalpha(), "a1".isalnum(), " ".isspace(), "Ab".isupper(), "".isalpha(), "a_b".isidentifier())
print("7".zfill(3), "-7".zfill(4), "ab".center(7, "*"), "ab".ljust(5) + "|", "ab".rjust(5, "."), "a\tb".expandtabs(4))
print("abc" < "abd", "Z" < "a", "a" < "ab", "10" < "9", max("hello"), sorted("hello"), "a" "b" 'c', len("""x
y"""))
