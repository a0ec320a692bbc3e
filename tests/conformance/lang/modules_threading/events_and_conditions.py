# An event wakes all who wait, a condition one by one; timeouts tell by their result.
import threading
import time

event = threading.Event()
condition = threading.Condition()
items = []


def waiter(name, limit):
    print(name, event.wait(limit), round(time.monotonic(), 3))


threads = [threading.Thread(target=waiter, args=(name, limit)) for name, limit in (("short", 0.5), ("long", 5), ("none", None))]
for thread in threads:
    thread.start()
time.sleep(1)
event.set()
for thread in threads:
    thread.join()
print(event.is_set(), event.wait(3), round(time.monotonic(), 3))


def consumer(name):
    with condition:
        while not items:
            condition.wait()
        print(name, "took", items.pop(0), round(time.monotonic(), 3))


threads = [threading.Thread(target=consumer, args=(name,)) for name in ("first", "second", "third")]
for thread in threads:
    thread.start()
for item in range(3):
    time.sleep(0.25)
    with condition:
        items.append(item)
        condition.notify()
for thread in threads:
    thread.join()
with condition:
    print(condition.wait(0.1), condition.wait_for(lambda: False, 0.2), condition.wait_for(lambda: 7), round(time.monotonic(), 3))
try:
    condition.notify()
except RuntimeError as error:
    print(error)
