# Width, sign, grouping, base, precision and percent.
n, x = 1234567, 1234.5678
print(f"{n:,} {n:_} {n:15,}| {n:<12}| {n:>12}| {n:^12}| {n:*^13}| {n:012} {-n:012,}")
print(f"{42:b} {42:o} {42:x} {255:X} {42:#b} {42:#x} {42:08b} {-5:b} {65:c} {42:+} {-42:+} {42: }")
print(f"{x:.2f} {x:,.1f} {x:10.1f}| {x:<10.1f}| {x:+.0f} {x:e} {x:.3e} {x:g} {x:.3g} {x:G} {1e20:g} {1e-7:g}")
print(f"{0.1234:%} {0.1234:.1%} {1:.0%} {0.5:.0f} {1.5:.0f} {2.5:.0f} {2.675:.2f} {1e16:.1f} {-0.0:.1f} {-0.04:.1f}")
print(f"{3:.2f} {3.0:g} {100000.0:g} {1000000.0:g} {123456789.0:g} {0.0001:g} {0.00001:g} {5:e} {7:05.1f} {True:d} {True}")
print(f"{float('inf'):>6} {float('nan'):.2f} {-float('inf'):08.1f} {10**20:,} {1e3} {1.0:.0f} {12.0:.3} {0.1 + 0.2:.17g}")
for bad in ("{:d}", "{:q}", "{:.2}", "{:,s}", "{:5.2d}", "{:s}"):
    for value in (1.5, "t", 3):
        try:
            print(bad, value, "->", bad.format(value))
        except (ValueError, TypeError) as error:
            print(bad, value, "->", error)
