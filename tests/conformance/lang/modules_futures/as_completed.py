# as_completed gives each future when it is over, in the order of ending; its timeout is for all together.
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def work(seconds):
    time.sleep(seconds)
    return seconds


with ThreadPoolExecutor() as pool:
    futures = {pool.submit(work, seconds): seconds for seconds in (3, 1, 2.5, 0.5)}
    for future in as_completed(futures):
        print(futures[future], future.result(), time.monotonic())
    again = [pool.submit(work, seconds) for seconds in (1, 2, 3)]
    try:
        for future in as_completed(again + again, timeout=2.5):
            print(future.result(), time.monotonic())
    except TimeoutError as error:
        print(error, time.monotonic())
    print([future.done() for future in again])
    print(list(as_completed([])))
    one = pool.submit(work, 1)
    for future in as_completed([one, one]):
        print(future is one)
