# A small whole program: a class, a dict, sorting and formatted text.
TEXT = """the waiter brings the tea
the cook burns the toast
the guest drinks the tea"""


class Counter:
    def __init__(self):
        self.counts = {}

    def add(self, word):
        self.counts[word] = self.counts.get(word, 0) + 1

    def most(self, n):
        return sorted(self.counts.items(), key=lambda pair: (-pair[1], pair[0]))[:n]

    def __len__(self):
        return sum(self.counts.values())


counter = Counter()
for number, line in enumerate(TEXT.splitlines(), 1):
    for word in line.split():
        counter.add(word)
    print(f"{number:>2}: {line.title():<30}|{len(line.split()):3}")
for word, count in counter.most(3):
    print(f"{word:<6}{'#' * count} {count / len(counter):6.1%}")
