# A consumer waits for what nobody will put; the main thread joins it: the run ends as a deadlock.
import queue
import threading

q = queue.Queue()


def consumer():
    while True:
        print(q.get())


q.put("one")
thread = threading.Thread(target=consumer)
thread.start()
thread.join()
print("never")
