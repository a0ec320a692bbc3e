# Integers of any size, to the last digit.
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


print(factorial(30), 2**200, -(2**64), 10**30 // 7, 10**30 % 7, -(10**30) // 7, -(10**30) % 7)
print(2**63 - 1, 2**63, -(2**63), -(2**63) - 1, (2**63 - 1) + 1, (2**31) * (2**32), 9223372036854775807 * 2)
print(1 << 100, (1 << 100) >> 98, -1 >> 5, -(1 << 70) >> 3, (2**70) & (2**70 - 1), (2**70) | 1, (2**70) ^ (2**70), ~(2**65))
print(pow(3, 200, 1000007), pow(7, -1, 13), divmod(10**25, 10**12 + 1), divmod(-(10**20), 3))
print(int("123456789012345678901234567890") + 1, int("ff", 16), int("0b101", 0), int(" -12_000 "), int(1e20), int(-3.99))
print(10**18 == 1e18, 10**17 + 1 == 1e17, 2**53 + 1 == float(2**53), hash(2**61 - 1), (10**40).bit_length(), abs(-(10**20)))
print(10**25 / 10**24, 1 / 3, 10**400 // 10**399, float(10**22), 0x_ff, 1_000_000, 0b11, 0o17, bool(10**30), -7 // 2 * 10**20)
try:
    float(10**400)
except OverflowError as error:
    print(error)
try:
    10**400 / 3
except OverflowError as error:
    print(error)
print(len(str(3**1000)), f"{10**21:,}", f"{2**70:x}", str(-(10**19)), 5 if 10**20 > 10**19 else 6)
