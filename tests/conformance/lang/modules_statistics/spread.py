# Variance and deviation are rounded once; covariance, correlation and regression.
import random
import statistics as st

random.seed(6)
samples = [[], [1], [1, 2], [2, 2, 2], [1.5, 2.5, 2.5, 2.75, 3.25, 4.75], [0.1] * 7, [10**20, 10**20 + 1, 10**20 + 2], [1e16, 1e16 + 2, 1e16 + 4],
           [True, False], [float("nan"), 1], [float("inf"), 2], ["a", "b"], [1, 2, 3, 4, 5, 6, 7, 8, 9]]
samples += [[random.randint(-50, 50) for _ in range(9)] for _ in range(2)] + [[random.uniform(-9, 9) for _ in range(8)] for _ in range(2)]
for data in samples:
    for function in (st.variance, st.pvariance, st.stdev, st.pstdev, st.quantiles):
        try:
            print(function.__name__, repr(function(data)), end="; ")
        except Exception as e:
            print(function.__name__, type(e).__name__, e, end="; ")
    print()
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 8.1, 9.7]
print(st.covariance(x, y), st.correlation(x, y), st.linear_regression(x, y), st.linear_regression(x, y, proportional=True))
slope, intercept = st.linear_regression(x, y)
print(slope, intercept, st.linear_regression(x, y).slope)
for function in (st.covariance, st.correlation, st.linear_regression):
    for pair in (([1], [1]), ([1, 2], [1]), ([2, 2], [1, 3])):
        try:
            print(function.__name__, function(*pair))
        except st.StatisticsError as e:
            print(function.__name__, e)
