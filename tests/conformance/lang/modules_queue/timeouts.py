# get and put give up at their time, to the nanosecond; what comes before is taken.
import queue
import threading
import time

q = queue.Queue(1)


def tried(function, *arguments, **named):
    try:
        print(function(*arguments, **named), time.monotonic())
    except (queue.Empty, queue.Full, ValueError) as error:
        print(repr(error), time.monotonic())


tried(q.get, timeout=0.1 + 0.2)
tried(q.get, False)
tried(q.get_nowait)
tried(q.get, timeout=-1)
tried(q.get, True, 0)
tried(q.put, "a", timeout=0.5)
tried(q.put, "b", timeout=0.7)
tried(q.put_nowait, "b")
tried(q.put, "b", True, -0.5)
threading.Timer(1, q.get).start()
tried(q.put, "c", timeout=2)
threading.Timer(1, q.put, ["d"]).start()
tried(q.get, timeout=5)
tried(q.get, timeout=5)
tried(q.get, timeout=1.1)
simple = queue.SimpleQueue()
tried(simple.get, timeout=0.1 + 0.2)
tried(simple.get, False)
tried(simple.get, timeout=-1)
tried(simple.get_nowait)
simple.put(1, False, 3)
tried(simple.get)
