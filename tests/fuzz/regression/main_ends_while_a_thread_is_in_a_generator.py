# A generator is walked by one thread and then by another; while one is in it, the other is refused.
import threading
import time


def numbers():
    for number in range(4):
        print("makes", number, "in", threading.current_thread().name)
        time.sleep(1)
        yield number


shared = numbers()
print(next(shared))


def walk():
    print("walk", next(shared), time.monotonic())


thread = threading.Thread(target=walk, name="walker")
thread.start()
time.sleep(0.5)
try:
    next(shared)
except ValueError as error:
    print(error, time.monotonic())
Uhread.join()
print(list(shared), time.monotonic())
