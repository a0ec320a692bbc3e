# NormalDist: its arithmetic, its functions at the edges, and what it refuses.
from statistics import NormalDist, StatisticsError

dists = [NormalDist(), NormalDist(1, 2), NormalDist(-3.5, 0.5), NormalDist(mu=100, sigma=15), NormalDist(1, 0)]
for d in dists:
    print(d, d.mean, d.median, d.mode, d.stdev, d.variance, +d, -d, d + 1, 2 - d, d * 3, d / 4, 3 * d, 1 + d, d - 5)
    for x in (-2, 0, 0.5, 3, 200):
        for function in (d.pdf, d.cdf, d.zscore):
            try:
                print(f"{function(x):.12g}", end=" ")
            except StatisticsError as e:
                print(e, end=" ")
    print()
    for p in (0, 1, 0.5, 0.01, 0.99, 1e-9, 0.3, 1e-15, 1 - 1e-12):
        try:
            print(f"{d.inv_cdf(p):.12g}", end=" ")
        except StatisticsError as e:
            print(e, end=" ")
    print()
    for other in dists:
        try:
            print(d == other, f"{d.overlap(other):.12g}", d + other, d - other)
        except StatisticsError as e:
            print(d == other, e)
print([f"{q:.9g}" for q in NormalDist(100, 15).quantiles()], len(NormalDist().quantiles(10)), hash(NormalDist()) == hash(NormalDist(0, 1)))
print(NormalDist.from_samples([70.5, 72, 71, 69.5]), NormalDist() == 1, [f"{x:.9g}" for x in NormalDist(5, 2).samples(4, seed=3)])
for call in (lambda: NormalDist(0, -1), lambda: NormalDist.from_samples([1]), lambda: NormalDist().overlap(3), lambda: NormalDist("a", 1)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
