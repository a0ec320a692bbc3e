# Two threads take two locks in opposite orders: nobody can ever go on, and the run ends by saying so.
import threading
import time

a, b = threading.Lock(), threading.Lock()


def work(first, second):
    with first:
        time.sleep(1)
        with second:
            print("never")


threads = [threading.Thread(target=work, args=pair) for pair in ((a, b), (b, a))]
for thread in threads:
    thread.start()
print("both run")
for thread in threads:
    thread.join()
print("never")
