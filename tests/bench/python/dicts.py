# Dicts: counting, looking up by int, str and tuple, walking, deleting. (Few tuples at a time: MicroPython's hash of them is poor.)
def count_letters(text, times):
    counts = {}
    for _ in range(times):
        for letter in text:
            counts[letter] = counts.get(letter, 0) + 1
    return counts


def squares(n):
    table = {}
    for i in range(n):
        table[i] = i * i
    total = 0
    for key, value in table.items():
        if key in table and key % 3 == 0:
            total += value
    for key in list(table):
        if key % 2:
            del table[key]
    return total, len(table)


def grid(n):
    cells = {}
    for x in range(n):
        for y in range(n):
            cells[x, y] = x ^ y
    total = 0
    for x in range(1, n - 1):
        for y in range(1, n - 1):
            total += cells[x - 1, y] + cells[x + 1, y] - cells[x, y - 1] - cells.get((x, y + 1), 0)
    return total


counts = count_letters("the quick brown fox jumps over the lazy dog", 5000)
print(sorted(counts.items()))
print(squares(150_000), sum(grid(24) for _ in range(56)))
