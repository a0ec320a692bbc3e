# Comprehensions of all four kinds, nested, with conditions; sum, any, all, zip, enumerate, map, filter.
def run(n):
    squares = [x * x for x in range(n)]
    table = {x: x % 7 for x in squares if x % 2}
    residues = {x % 101 for x in squares}
    matrix = [[i * j for j in range(12)] for i in range(12)]
    flat = [cell for row in matrix for cell in row if cell % 3]
    total = sum(a * b for a, b in zip(squares, flat))
    total += sum(i * x for i, x in enumerate(flat))
    total += sum(map(abs, filter(lambda v: v % 5, flat)))
    return len(table), len(residues), total, any(x > 10**9 for x in squares), all(x >= 0 for x in squares)


for _ in range(500):
    result = run(1000)
print(result)
