# Means, medians and modes: exact sums, the type of the result, and every refusal.
import statistics as st

samples = [[], [1], [1, 2], [1, 2, 4], [1, 2, 3, 4], [0.1] * 10, [0.1, 0.2, 0.3], [True, False, True], [1e100, 1, -1e100], [10**25, 1, 2.5],
           [3, 1, 2, 3, 1], [-5, 5], [1, 2.0], [float("inf"), 1], [float("inf"), -float("inf")], [2**60, 2**60 + 1], ["a"], "abc", 5, None,
           ["b", "a", "b"], [1, None], range(1, 7), (x * x for x in range(4)), {3, 1}, {1: 2, 5: 6}]
functions = [st.mean, st.fmean, st.geometric_mean, st.harmonic_mean, st.median, st.median_low, st.median_high, st.median_grouped, st.mode, st.multimode]
for data in samples:
    if not isinstance(data, (list, str, int, range, set, dict, type(None))):
        data = list(data)
    for function in functions:
        try:
            print(function.__name__, repr(function(data)), end="; ")
        except Exception as e:
            print(function.__name__, type(e).__name__, e, end="; ")
    print()
print(st.mean(iter([1, 2, 3, 4])), st.mode(iter("aabbb")), st.fmean([1, 2, 3], [3, 2, 1]), st.fmean((x for x in (1, 2)), weights=(1, 3)))
print(st.harmonic_mean([40, 60], weights=[5, 30]), st.harmonic_mean([0, 3]), st.harmonic_mean([1, 2, 4], [0, 1, 0.5]))
for call in (lambda: st.fmean([1], [0]), lambda: st.fmean([1, 2], [1]), lambda: st.harmonic_mean([1, 2], [1]), lambda: st.harmonic_mean([1, -2]),
             lambda: st.harmonic_mean([1, 2], [-1, 2]), lambda: st.harmonic_mean([1, 2], [0, 0]), lambda: st.geometric_mean([0, 1])):
    try:
        print(call())
    except st.StatisticsError as e:
        print("StatisticsError", e, isinstance(e, ValueError))
