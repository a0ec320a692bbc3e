# Several threads wait at one queue: each item goes to the one that waits longest.
import queue
import threading
import time

for kind in (queue.Queue, queue.SimpleQueue):
    q = kind()

    def getter(name):
        for _ in range(2):
            item = q.get()
            print(kind.__name__, name, item, time.monotonic())
            time.sleep(0.5)

    threads = [threading.Thread(target=getter, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for number in range(6):
        time.sleep(0.4)
        q.put(number)
    for thread in threads:
        thread.join()
    print(q.qsize(), time.monotonic())
