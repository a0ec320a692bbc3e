# A Timer calls its function after its interval, in its own thread, unless it is cancelled before.
import threading
import time


def ring(word, times=1):
    print(word * times, threading.current_thread().name, time.monotonic())


first = threading.Timer(1, ring, ["ding "], {"times": 2})
second = threading.Timer(2, ring, args=("never",))
third = threading.Timer(0.5, ring, ("early",))
for timer in (first, second, third):
    timer.start()
time.sleep(1.5)
second.cancel()
print(first.is_alive(), second.is_alive(), second.finished.is_set(), third.finished.is_set())
second.join()
print(second.is_alive(), time.monotonic())
