# As above, and the daemon waits for ever.
import threading
import time

lock = threading.Lock()
lock.acquire()


def walk():
    yield 1
    lock.acquire()
    yield 2


def collect(name):
    print(name, list(walk()))


threading.Thread(target=collect, args="d", daemon=True).start()
thread = threading.Thread(target=lambda: print(max([1, 2], key=lambda n: (time.sleep(n), n)[1])))
thread.start()
time.sleep(0.5)
raise SystemExit(0)
