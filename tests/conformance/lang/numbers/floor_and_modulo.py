# // rounds down, % takes the divisor's sign, also for floats; ** binds before the sign.
for a in (7, -7):
    for b in (2, -2):
        print(a, b, a // b, a % b, divmod(a, b), a / b)
for a in (7.5, -7.5):
    for b in (2, -2.0):
        print(a, b, a // b, a % b, divmod(a, b))
print(-(2**2), (-2) ** 2, 2**-1, 2**0.5, 2**3**2, -3 % 5, 3 % -5, 0 % -5, -0.0, 0.0 == -0.0, 5 % 1.5, -1 % 3.0)
print(1e308 * 10, -1e308 * 10, 1e308 * 10 - 1e308 * 10, 3 // 0.5, -0.5 // 1, 0.3 // 0.1, 0.3 % 0.1, 1e16 % 7)
print(True + True, True * 5, -True, True / 2, ~True, True & 1, True | 4, 6 & 3, 6 ^ 3, 6 | 3, ~5, 1 << 3)
print(4 ** 0.5, 0**0, 0.0**0, 10**-2, 1 // 1.0, 7 // 1, 2 * 3.0, 10 / 5)
