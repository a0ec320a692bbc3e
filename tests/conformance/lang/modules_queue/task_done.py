# join() returns at once where nothing is open, waits for every task_done(), and one too many is an error.
import queue
import threading
import time

q = queue.Queue()
q.join()
for number in range(3):
    q.put(number)


def joiner(name):
    q.join()
    print(name, "joined", time.monotonic())


for name in ("a", "b"):
    threading.Thread(target=joiner, args=(name,)).start()
while not q.empty():
    q.get()
    time.sleep(1)
    q.task_done()
    print("open", q.unfinished_tasks, time.monotonic())
time.sleep(0.1)
try:
    q.task_done()
except ValueError as error:
    print(error)
