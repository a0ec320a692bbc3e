# A thread's exception is printed and ends only the thread; SystemExit ends it quietly; the program waits for threads that are
# no daemons, after its own last line.
import threading
import time


def boom(what):
    raise ValueError(what)


def quiet():
    raise SystemExit(3)


for target, arguments in ((boom, ("no",)), (quiet, ())):
    thread = threading.Thread(target=target, args=arguments)
    thread.start()
    thread.join()
    print(thread.is_alive())


def late(seconds):
    time.sleep(seconds)
    print("late", seconds, time.monotonic())


threading.Thread(target=late, args=(2,)).start()
threading.Thread(target=late, args=(9,), daemon=True).start()
print("main is done", time.monotonic())
