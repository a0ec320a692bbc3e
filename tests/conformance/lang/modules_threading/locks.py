# A lost update without the lock and none with it; who waits longest gets the lock; timeouts, RLock, and what is refused.
import threading
import time

total = 0
lock = threading.Lock()


def unsafe(rounds):
    global total
    for _ in range(rounds):
        value = total
        time.sleep(0.01)
        total = value + 1


def safe(rounds):
    global total
    for _ in range(rounds):
        with lock:
            value = total
            time.sleep(0.01)
            total = value + 1


for function in (unsafe, safe):
    total = 0
    threads = [threading.Thread(target=function, args=(5,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(function.__name__, total, round(time.monotonic(), 3))


def hold(name, seconds):
    with lock:
        print(name, "has it", round(time.monotonic(), 3))
        time.sleep(seconds)


lock.acquire()
threads = [threading.Thread(target=hold, args=(name, 0.1)) for name in "abc"]
for thread in threads:
    thread.start()
print(lock.acquire(timeout=0.05), lock.acquire(blocking=False), lock.locked(), round(time.monotonic(), 3))
lock.release()
for thread in threads:
    thread.join()
again = threading.RLock()
with again:
    with again:
        print("twice")
for wrong in (lock.release, again.release, lambda: lock.acquire(False, 1)):
    try:
        wrong()
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, error)
