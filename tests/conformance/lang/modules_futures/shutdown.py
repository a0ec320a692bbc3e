# shutdown waits or not, and may cancel what has not begun; afterwards nothing is accepted.
import time
from concurrent.futures import ThreadPoolExecutor


def work(number):
    time.sleep(1)
    print("worked", number, time.monotonic())
    return number


pool = ThreadPoolExecutor(2)
futures = [pool.submit(work, number) for number in range(5)]
pool.shutdown(wait=True, cancel_futures=True)
print([future.cancelled() for future in futures], time.monotonic())
try:
    pool.submit(work, 9)
except RuntimeError as error:
    print(error)
pool = ThreadPoolExecutor(1)
futures = [pool.submit(work, number) for number in (10, 11)]
pool.shutdown(wait=False)
print([future.done() for future in futures], time.monotonic())
try:
    with ThreadPoolExecutor(2) as other:
        other.submit(work, 20)
        raise KeyError("left")
except KeyError as error:
    print(error, time.monotonic())
print("the main thread ends")
