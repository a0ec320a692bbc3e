# wait(): for the first, for the first error, for all, or until a time; what is over and what is not.
import time
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, wait


def work(seconds):
    time.sleep(seconds)
    if seconds == 2:
        raise LookupError(seconds)
    return seconds


def show(found):
    results = sorted(future.result() if future.exception() is None else -1 for future in found.done)
    print(results, len(found.not_done), time.monotonic())


with ThreadPoolExecutor(8) as pool:
    futures = [pool.submit(work, seconds) for seconds in (1, 2, 3, 4)]
    show(wait(futures, return_when=FIRST_COMPLETED))
    show(wait(futures, return_when=FIRST_COMPLETED))
    show(wait(futures, return_when=FIRST_EXCEPTION))
    show(wait(futures, timeout=0.5))
    show(wait(futures, 1.25, ALL_COMPLETED))
    show(wait(futures))
    done, not_done = wait([])
    print(done, not_done)
    late = pool.submit(work, 1)
    try:
        wait([late], return_when="SOME")
    except ValueError as error:
        print(error)
    print(wait([late, late], 0.5)._fields)
