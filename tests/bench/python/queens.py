# Backtracking: queens with lists of flags, permutations, subsets.
def queens(n):
    columns = [False] * n
    rising = [False] * (2 * n)
    falling = [False] * (2 * n)

    def place(row):
        if row == n:
            return 1
        found = 0
        for column in range(n):
            if not columns[column] and not rising[row + column] and not falling[row - column + n]:
                columns[column] = rising[row + column] = falling[row - column + n] = True
                found += place(row + 1)
                columns[column] = rising[row + column] = falling[row - column + n] = False
        return found

    return place(0)


def permutations(items):
    if len(items) <= 1:
        return [items]
    result = []
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            result.append([items[i]] + rest)
    return result


def subsets(items):
    result = [[]]
    for item in items:
        result = result + [subset + [item] for subset in result]
    return result


print(queens(8), len(permutations([1, 2, 3, 4, 5, 6, 7, 8])), sum(len(s) for s in subsets(list(range(16)))))
