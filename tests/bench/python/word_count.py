# Counting words: split, lower, strip, dict.get, setdefault, sorting by count.
TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the season of Darkness,
it was the spring of hope, it was the winter of despair, we had everything before us, we had nothing before us."""


def count(text):
    counts = {}
    places = {}
    for number, line in enumerate(text.split("\n")):
        for word in line.split():
            word = word.strip(".,").lower()
            if not word:
                continue
            counts[word] = counts.get(word, 0) + 1
            places.setdefault(word, []).append(number)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ranked[:5], len(places["it"])


for _ in range(4000):
    result = count(TEXT)
print(result)
