# The main thread ends, by an exception or not, while another thread waits inside a call from C: that thread goes on to its own end.
import atexit
import threading
import time


def slow():
    for number in range(3):
        time.sleep(1)
        yield number


def collect():
    print("collected", list(slow()), time.monotonic())


atexit.register(lambda: print("exit", time.monotonic()))
thread = threading.Thread(target=collect)
thread.start()
time.sleep(0.5)
missing.join()
