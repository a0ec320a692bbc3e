# Two at a time, in the order of asking; a timed acquire gives up; release(n) lets n in.
import threading
import time

semaphore = threading.Semaphore(2)


def guest(number):
    with semaphore:
        print(number, "sits", time.monotonic())
        time.sleep(1 + number / 10)


threads = [threading.Thread(target=guest, args=(number,)) for number in range(5)]
for thread in threads:
    thread.start()
print(semaphore.acquire(timeout=0.1 + 0.2), semaphore.acquire(blocking=False), time.monotonic())
for thread in threads:
    thread.join()
print(time.monotonic(), semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False))
semaphore.release(3)
print([semaphore.acquire(blocking=False) for _ in range(4)])
bounded = threading.BoundedSemaphore(2)
with bounded:
    bounded.acquire()
    bounded.release()
try:
    bounded.release()
except ValueError as error:
    print(error)
