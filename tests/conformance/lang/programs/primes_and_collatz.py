# Arithmetic in loops.
def primes(limit):
    sieve = [True] * limit
    for n in range(2, limit):
        if sieve[n]:
            yield n
            for multiple in range(n * n, limit, n):
                sieve[multiple] = False


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(list(primes(60)))
print(max(range(1, 60), key=collatz), collatz(27), gcd(1071, 462))
fib = [0, 1]
while len(fib) < 15:
    fib.append(fib[-1] + fib[-2])
print(*fib)
print("".join(str(d) for d in divmod(355, 113)), sum(int(c) for c in str(2**100)))
