# A thread waits inside a call that the interpreter itself makes: a sort's key, a generator that list() walks, __eq__, a property.
import threading
import time


def key(number):
    time.sleep(number)
    return -number


def numbers(name):
    for number in range(3):
        time.sleep(0.1)
        print(name, number, time.monotonic())
        yield number


def sorter():
    print(sorted([1, 3, 2], key=key), time.monotonic())


def walker():
    print(list(numbers("walker")), sum(numbers("sum")), time.monotonic())


threads = [threading.Thread(target=sorter), threading.Thread(target=walker)]
for thread in threads:
    thread.start()
time.sleep(0.25)
print("main", time.monotonic())
for thread in threads:
    thread.join()
print("end", time.monotonic())
