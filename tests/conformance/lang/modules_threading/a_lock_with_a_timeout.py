# acquire(timeout=) gives up at its time and gets the lock if it is released before; who gave up is not woken later.
import threading
import time

lock = threading.Lock()


def holder():
    with lock:
        time.sleep(1)


def waiter(name, timeout):
    print(name, lock.acquire(timeout=timeout), time.monotonic())


threads = [threading.Thread(target=holder)]
threads += [threading.Thread(target=waiter, args=pair) for pair in (("short", 0.3), ("long", 1.5), ("longer", 1.7), ("for ever", -1))]
for thread in threads:
    thread.start()
print(lock.acquire(timeout=0), lock.acquire(False), time.monotonic())
for thread in threads[:4]:
    thread.join()
print(time.monotonic())
lock.release()
threads[4].join()
print(lock.locked(), time.monotonic())
lock.release()
