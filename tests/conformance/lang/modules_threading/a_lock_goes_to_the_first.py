# A lock goes to whoever waits longest, one after another; locked() and the repr tell.
import threading
import time

lock = threading.Lock()


def work(number):
    time.sleep(number * 0.1)
    with lock:
        print(number, "in", time.monotonic())
        time.sleep(1)
        print(number, "out", time.monotonic())


threads = [threading.Thread(target=work, args=(number,)) for number in (2, 0, 1)]
for thread in threads:
    thread.start()
time.sleep(0.5)
print(lock.locked(), lock)
for thread in threads:
    thread.join()
print(lock.locked(), lock, lock.acquire(), lock.acquire(blocking=False))
