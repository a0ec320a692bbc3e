# Matrices as lists of lists: product, transpose, Gauss's elimination.
def product(a, b):
    n, m, p = len(a), len(b), len(b[0])
    result = [[0] * p for _ in range(n)]
    for i in range(n):
        row = a[i]
        for j in range(p):
            total = 0
            for k in range(m):
                total += row[k] * b[k][j]
            result[i][j] = total
    return result


def transpose(a):
    return [list(column) for column in zip(*a)]


def determinant(matrix):
    a = [row[:] for row in matrix]
    n = len(a)
    result = 1.0
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(a[r][i]))
        if pivot != i:
            a[i], a[pivot] = a[pivot], a[i]
            result = -result
        result *= a[i][i]
        for r in range(i + 1, n):
            factor = a[r][i] / a[i][i]
            for c in range(i, n):
                a[r][c] -= factor * a[i][c]
    return result


n = 60
left = [[(i * j) % 11 + 1 for j in range(n)] for i in range(n)]
right = [[(i + 2 * j) % 7 for j in range(n)] for i in range(n)]
both = product(left, right)
square = [[1.0 / (i + j + 1) + (i == j) for j in range(50)] for i in range(50)]
for _ in range(8):
    both = transpose(product(left, right))
print(both[0][:4], sum(map(sum, both)), "%.6f" % determinant(square))
