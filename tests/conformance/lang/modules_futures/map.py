# map() starts all calls at once and gives results in order; a timeout counts from the call of map; an error comes at its place.
import time
from concurrent.futures import ThreadPoolExecutor


def work(a, b=0):
    time.sleep(a)
    if a == 3:
        raise ValueError(f"{a} {b}")
    return a, b, time.monotonic()


with ThreadPoolExecutor(3) as pool:
    results = pool.map(work, [2, 1, 1, 0.5], [10, 20, 30])
    print("asked for", time.monotonic())
    for result in results:
        print(result, time.monotonic())
    try:
        for result in pool.map(work, (1, 3, 2), timeout=10):
            print(result)
    except ValueError as error:
        print("error", error, time.monotonic())
    begun = time.monotonic()
    try:
        for result in pool.map(work, (0.25, 2, 2, 2, 9), timeout=0.1 + 0.2):
            print(result)
    except TimeoutError as error:
        print(repr(error), round(time.monotonic() - begun, 9))
print(time.monotonic())
