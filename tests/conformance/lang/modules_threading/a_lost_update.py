# The race of every lesson: read, wait, write. Three threads add one, and one is what comes out; with a lock it is three.
import threading
import time

counter = 0
lock = threading.Lock()


def unsafe():
    global counter
    seen = counter
    time.sleep(0.1)
    counter = seen + 1


def safe():
    with lock:
        unsafe()


for work in (unsafe, safe):
    counter = 0
    begun = time.perf_counter()
    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(work.__name__, counter, round(time.perf_counter() - begun, 6))
