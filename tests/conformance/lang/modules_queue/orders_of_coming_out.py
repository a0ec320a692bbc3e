# First in first out, last in first out, smallest first: three queues with the same items; equal priorities need something to compare.
import queue

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = kind()
    for item in (5, 1, 4, 1, 3):
        q.put(item)
    print(kind.__name__, q.qsize(), [q.get() for _ in range(5)], q.empty())
q = queue.PriorityQueue()
q.put((1, "b"))
q.put((1, "a"))
q.put((0, {}))
print(q.get(), q.get(), q.get())
q.put((1, {}))
try:
    q.put((1, {}))
except TypeError as error:
    print(error, q.qsize())
print(queue.Queue(3).maxsize, queue.Queue().full(), issubclass(queue.LifoQueue, queue.Queue))
print(repr(queue.Empty()), queue.Empty.__module__, queue.Full.__module__)
