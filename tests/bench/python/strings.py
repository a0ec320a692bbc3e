# Strings: building, joining, splitting, searching, replacing, comparing, indexing.
def build(n):
    text = ""
    for i in range(n):
        text += str(i % 10)
        text += ","
    return text


def reverse_words(text, times):
    total = 0
    for _ in range(times):
        words = text.split(" ")
        words.reverse()
        joined = " ".join(words)
        total += len(joined.upper()) + joined.find("fox") + joined.count("o")
        total += len(joined.replace("o", "0").strip())
        if joined.startswith("dog") and not joined.endswith("x"):
            total += 1
    return total


def palindromes(n):
    count = 0
    for i in range(n):
        text = str(i)
        if text == text[::-1]:
            count += 1
    return count


def caesar(text, times):
    for _ in range(times):
        text = "".join([chr((ord(c) - 97 + 3) % 26 + 97) if "a" <= c <= "z" else c for c in text])
    return text


built = build(150_000)
print(len(built), built[:9], reverse_words("the quick brown fox jumps over the lazy dog", 40_000))
print(palindromes(150_000), caesar("the quick brown fox jumps over the lazy dog", 3000))
