# set() wakes all who wait, in the order in which they began to; wait(timeout) says whether it was set; clear() makes it wait anew.
import threading
import time

event = threading.Event()


def waiter(name, timeout):
    print(name, event.wait(timeout), time.monotonic())


for name, timeout in (("a", None), ("b", 0.5), ("c", 2), ("d", None)):
    threading.Thread(target=waiter, args=(name, timeout)).start()
time.sleep(1)
print(event.is_set())
event.set()
print("set", event.is_set(), event.wait(), event.wait(0))
time.sleep(1)
event.clear()
print(event.wait(0.25), event.is_set(), time.monotonic())
