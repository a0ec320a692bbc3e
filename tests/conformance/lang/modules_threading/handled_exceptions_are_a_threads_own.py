# What is being handled in one thread is nobody else's: bare raise, __context__ and sys.exc_info() see the thread's own.
import sys
import threading
import time


def work(number):
    try:
        raise ValueError(number)
    except ValueError:
        time.sleep(number)
        print(number, sys.exc_info()[1])
        try:
            raise KeyError(number)
        except KeyError as error:
            time.sleep(1)
            print(number, repr(error.__context__), time.monotonic())
            try:
                raise
            except KeyError as again:
                print(again is error)


threads = [threading.Thread(target=work, args=(number,)) for number in (0.5, 0.25)]
for thread in threads:
    thread.start()
try:
    raise TypeError("main")
except TypeError:
    time.sleep(0.3)
    print(sys.exc_info()[1])
for thread in threads:
    thread.join()
print(sys.exc_info())
