# notify(n) wakes the n that wait longest; each goes on when it has the lock again, not before the notifier leaves it.
import threading
import time

condition = threading.Condition()
ready = []


def consumer(name):
    with condition:
        while not ready:
            print(name, "waits", time.monotonic())
            condition.wait()
        print(name, "takes", ready.pop(0), time.monotonic())


threads = [threading.Thread(target=consumer, args=(name,)) for name in "abcd"]
for thread in threads:
    thread.start()
time.sleep(1)
with condition:
    ready.extend([1, 2])
    condition.notify(3)
    print("notified", time.monotonic())
    time.sleep(1)
    print("leaves", time.monotonic())
time.sleep(1)
with condition:
    ready.extend([3, 4])
    condition.notify_all()
for thread in threads:
    thread.join()
print(ready)
