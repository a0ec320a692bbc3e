# threading.local: each thread sees its own attributes; a subclass's __init__ runs in each thread that touches it.
import threading
import time

plain = threading.local()
plain.name = "main"


class Counted(threading.local):
    shared = []

    def __init__(self, start):
        print("init in", threading.current_thread().name)
        self.count = start
        self.shared.append(start)


counted = Counted(10)


def work(number):
    print(hasattr(plain, "name"), plain.__dict__)
    plain.name = number
    counted.count += number
    time.sleep(1)
    print(number, plain.name, counted.count, plain.__dict__)


threads = [threading.Thread(target=work, args=(number,), name=f"t{number}") for number in (1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(plain.name, counted.count, Counted.shared)
try:
    del plain.name
    plain.name
except AttributeError as error:
    print(error)
