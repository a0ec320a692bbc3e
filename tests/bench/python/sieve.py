# Primes: a sieve with a list, one with a slice assigned, and trial division.
def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for multiple in range(i * i, n + 1, i):
                flags[multiple] = False
        i += 1
    return [i for i, is_prime in enumerate(flags) if is_prime]


def is_prime(n):
    if n < 2:
        return False
    divisor = 2
    while divisor * divisor <= n:
        if n % divisor == 0:
            return False
        divisor += 1
    return True


primes = sieve(1_000_000)
print(len(primes), primes[-1], sum(1 for n in range(40_000) if is_prime(n)))
