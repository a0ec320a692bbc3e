# A bounded queue holds its producer up; task_done and join tell when all is done; None ends the consumer.
import queue
import threading
import time

orders = queue.Queue(maxsize=2)


def producer():
    for number in range(5):
        orders.put(number)
        print("put", number, time.monotonic(), orders.full())


def consumer():
    while True:
        number = orders.get()
        if number is None:
            break
        time.sleep(1)
        print("done", number, time.monotonic())
        orders.task_done()
    orders.task_done()


threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
for thread in threads:
    thread.start()
threads[0].join()
orders.put(None)
orders.join()
print(orders.empty(), orders.qsize(), orders.unfinished_tasks, time.monotonic())
