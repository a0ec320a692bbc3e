# A subclass says how items are kept: only _init, _qsize, _put and _get.
import queue
import threading
import time


class Newest(queue.Queue):
    """Keeps one item, the newest."""

    def _init(self, maxsize):
        self.kept = []

    def _qsize(self):
        return len(self.kept)

    def _put(self, item):
        self.kept[:] = [item]

    def _get(self):
        return self.kept.pop()


q = Newest()


def reader():
    while (item := q.get(timeout=2)) is not None:
        print(item, time.monotonic())
        time.sleep(0.35)


thread = threading.Thread(target=reader)
thread.start()
for number in range(6):
    q.put(number)
    time.sleep(0.1)
time.sleep(1)
q.put(None)
thread.join()
print(q.qsize(), q.unfinished_tasks)
