# quantiles by both methods and any n, and spreads around a given mean.
import statistics as st

data = [3, 1, 4, 1, 5, 9, 2, 6]
for n in range(0, 5):
    for method in ("exclusive", "inclusive", "other"):
        try:
            print(n, method, st.quantiles(data, n=n, method=method))
        except ValueError as e:
            print(n, method, type(e).__name__, e)
print(st.variance(data, 3), st.variance(data, xbar=3.875), st.pvariance(data, mu=2.5), st.stdev(data, 1), st.pstdev(iter(data), 0.1))
