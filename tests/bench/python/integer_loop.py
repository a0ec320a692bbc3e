# Loops over small integers: arithmetic, comparisons, while and for.
def collatz_longest(limit):
    best = best_start = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            if n % 2 == 0:
                n //= 2
            else:
                n = 3 * n + 1
            steps += 1
        if steps > best:
            best, best_start = steps, start
    return best_start, best


def mixed(n):
    a, b = 1, 0
    for i in range(n):
        a = (a * 31 + i) & 0xFFFF
        b ^= a << 1
        b = b | (i & 7)
        if a > b:
            a -= 1
    return a, b


print(collatz_longest(7000), mixed(300_000))
