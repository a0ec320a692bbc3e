# gamma and lgamma to the last digit: whole numbers, halves, negative ones, tiny and huge ones, and where they end.
import math

for x in (0.5, -0.5, 1.5, 2.5, -2.5, 3.7, 5, 10, 23, 24, 30, 140.5, 170, 171, 171.5, 1e-10, -1e-10, 1e-300, -1e-21, 5e-324, -100.5, -141.25,
          -180.3, -201.5, 0, -0.0, -1, -3.0, 172, 1e300, math.inf, -math.inf, math.nan, True, "a", None):
    for function in (math.gamma, math.lgamma):
        try:
            print(function.__name__, repr(x), repr(function(x)))
        except Exception as e:
            print(function.__name__, repr(x), type(e).__name__, e)
