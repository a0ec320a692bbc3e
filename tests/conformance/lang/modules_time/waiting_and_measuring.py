# The clocks of time agree about a wait, whole numbers of nanoseconds too; a bad wait is refused before it begins.
import time

for name, clock in (("time", time.time), ("monotonic", time.monotonic), ("perf_counter", time.perf_counter)):
    began = clock()
    time.sleep(0.25)
    print(name, round(clock() - began, 3))
for name, clock in (("time_ns", time.time_ns), ("monotonic_ns", time.monotonic_ns), ("perf_counter_ns", time.perf_counter_ns)):
    began = clock()
    time.sleep(1)
    passed = clock() - began
    print(name, type(passed).__name__, round(passed / 1e9, 3))
began = time.monotonic()
time.sleep(0)
time.sleep(True)
print(round(time.monotonic() - began, 3))
for bad in (-1, -0.5, "1", None, float("nan"), [1]):
    try:
        time.sleep(bad)
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
print(time.process_time() >= 0, isinstance(time.thread_time(), float))
