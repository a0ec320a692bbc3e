# A daemon that waits inside a call from C when the program ends is left where it is.
import threading
import time


def slow():
    try:
        time.sleep(1)
        yield 1
        time.sleep(100)
        yield 2
    finally:
        print("never")


def collect():
    print("collected", list(slow()))


threading.Thread(target=collect, daemon=True).start()
time.sleep(1.5)
print("the end", time.monotonic())
