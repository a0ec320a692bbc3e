# conformance: stderr
# Callbacks are called in the thread that ends the future, in order; at once if it is over; one that fails is reported and the rest go on.
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def told(name):
    return lambda future: print(name, future.done(), threading.current_thread().name, time.monotonic())


def fails(future):
    raise RuntimeError("in a callback")


with ThreadPoolExecutor(1, "pool") as pool:
    future = pool.submit(time.sleep, 1)
    future.add_done_callback(told("first"))
    future.add_done_callback(fails)
    future.add_done_callback(told("second"))
    pending = pool.submit(time.sleep, 1)
    pending.add_done_callback(told("cancelled"))
    print(pending.cancel())
    future.result()
    future.add_done_callback(told("late"))
    future.add_done_callback(fails)
    print("on", time.monotonic())
