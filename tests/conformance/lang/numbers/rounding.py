# round takes halves to the even neighbour, as the binary number really lies.
print([round(x) for x in (0.5, 1.5, 2.5, 3.5, -0.5, -1.5, 2.4, 2.6, -2.6)])
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(1234.5678, -2), round(1e20, 2), round(-0.04, 1))
print(round(15, -1), round(25, -1), round(35, -1), round(-25, -1), round(12345, -3), round(5, 2), round(7, -5), round(3.7, 0))
print(type(round(2.5)).__name__, type(round(2.5, 0)).__name__, type(round(2, 1)).__name__, round(True), round(1e300))
print(int(2.9), int(-2.9), 7 // 2, -7 // 2, round(7 / 2), round(5 / 2), f"{2.5:.0f} {3.5:.0f} {0.125:.2f} {0.375:.2f}")
for bad in (float("inf"), float("nan")):
    try:
        round(bad)
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
print(round(float("inf"), 1), round(2.5, None), abs(-2.5), min(1, 1.0), max(True, 1), sum([0.1] * 10), sum([1, 2.5], 10))
