# Two workers take five calls, first come first served; a worker is made only where none is idle; results keep their call's order.
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def work(number):
    print(number, "begins in", threading.current_thread().name, time.monotonic())
    time.sleep(1 + number / 10)
    return number * number


with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(work, number) for number in range(5)]
    print([future.running() for future in futures], [future.done() for future in futures])
    print(futures[1].result(), time.monotonic())
print([future.result() for future in futures], time.monotonic())
with ThreadPoolExecutor(5) as pool:
    print(pool.submit(work, 0).result())
    time.sleep(0.5)
    print(pool.submit(work, 1).result(), threading.active_count())
with ThreadPoolExecutor(1, thread_name_prefix="cook") as pool:
    pool.submit(work, 2)
ThreadPoolExecutor(1).submit(work, 3)
