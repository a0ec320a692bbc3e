# The owner may take an RLock again; another thread waits until it is released as often as it was taken.
import threading
import time

lock = threading.RLock()


def other():
    print("other tries", lock.acquire(blocking=False), time.monotonic())
    with lock:
        print("other has it", time.monotonic())


def down(level):
    with lock:
        if level:
            down(level - 1)
        else:
            time.sleep(1)


print(lock)
lock.acquire()
thread = threading.Thread(target=other)
thread.start()
down(3)
time.sleep(0.5)
lock.release()
thread.join()
try:
    lock.release()
except RuntimeError as error:
    print(error)
print(lock)
