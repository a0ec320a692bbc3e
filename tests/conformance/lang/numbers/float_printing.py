# The shortest text that reads back as the same number, with CPython's exponents.
print(0.1, 0.1 + 0.2, 1 / 3, 2 / 3, 1.0, 100.0, 1e15, 1e16, 123456789012345680.0, 1e22, 1e23, 1.5e300)
print(0.0001, 0.00001, 1.5e-5, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, -0.0, 1e-7, 123e-7)
print(float("inf"), float("-inf"), float("nan"), float("1e400"), float(" 1.5 "), float("1_0.5"), 3.0e0, .5, 5.)
print(float("nan") == float("nan"), float("inf") > 10**400, 0.1 + 0.2 == 0.3, 1.0.is_integer(), (2.5).is_integer())
print(4.35 * 100, 1.1 * 3, 2.0**0.5, 1e3 + 1e-13, 9007199254740993.0, 0.1 * 3, 1 - 0.9, 5.0 // 0.1)
print([1.0, 2.5], {0.5: 1e100}, (1e-10,), str(1e21), repr(100000000000000000000.0), int(1e16), 12345.678e-3)
