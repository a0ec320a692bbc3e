# A thread is a daemon where its maker is one, unless it is told otherwise.
import threading


def maker():
    print(threading.Thread().daemon, threading.Thread(daemon=False).daemon, threading.current_thread().daemon)


for daemon in (None, True, False):
    thread = threading.Thread(target=maker, daemon=daemon)
    print(thread.daemon)
    thread.start()
    thread.join()
