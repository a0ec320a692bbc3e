# conformance: stderr
# Each worker begins with the initializer; where it fails, the pool is broken: for who waits, and for who comes.
import threading
import time
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor

local = threading.local()


def prepare(word):
    local.word = word + threading.current_thread().name
    print("prepared", local.word)


def work(number):
    time.sleep(1)
    return local.word, number


def fails():
    time.sleep(1)
    raise OSError("no database")


with ThreadPoolExecutor(2, "w", prepare, ("in ",)) as pool:
    print(list(pool.map(work, range(3))), time.monotonic())
with ThreadPoolExecutor(1, "broken", initializer=fails) as pool:
    future = pool.submit(work, 1)
    print(type(future.exception()).__module__, repr(future.exception()), time.monotonic())
    try:
        pool.submit(work, 2)
    except BrokenExecutor as error:
        print(error)
for arguments in ({"max_workers": 0}, {"initializer": 3}):
    try:
        ThreadPoolExecutor(**arguments)
    except (ValueError, TypeError) as error:
        print(error)
