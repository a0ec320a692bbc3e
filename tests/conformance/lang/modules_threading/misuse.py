# What threads refuse, in CPython's words.
import threading


def tried(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


thread = threading.Thread(target=print, args=("once",))
tried(thread.join)
thread.start()
thread.join()
tried(thread.start)
tried(threading.current_thread().join)
tried(lambda: setattr(threading.current_thread(), "daemon", True))


class Forgetful(threading.Thread):
    def __init__(self):
        pass


tried(Forgetful().start)
tried(threading.Lock().release)
tried(threading.RLock().release)
tried(threading.Condition().notify)
tried(threading.Condition().wait)
tried(lambda: threading.Semaphore(-1))
tried(lambda: threading.Semaphore(1).release(0))
tried(threading.BoundedSemaphore(1).release)
tried(lambda: threading.Lock().acquire(False, 1))
tried(lambda: threading.Lock().acquire(True, -2))
tried(lambda: threading.Semaphore().acquire(False, timeout=1))
tried(lambda: threading.Thread(group=1))
