# Threads start at once, sleep side by side, and are joined in another order than they end; names are counted as CPython counts.
import threading
import time


def work(seconds):
    print("start", seconds, threading.current_thread().name)
    time.sleep(seconds)
    print("end", seconds, time.monotonic())


threads = [threading.Thread(target=work, args=(seconds,)) for seconds in (3, 1, 2)]
for thread in threads:
    thread.start()
    print("started", thread.name, thread.is_alive(), thread.daemon)
print(threading.active_count(), [thread.name for thread in threading.enumerate()])
threads[0].join(0.5)
print("after a short join", threads[0].is_alive(), time.monotonic())
for thread in threads:
    thread.join()
print("all", time.monotonic(), threading.active_count(), threading.main_thread() is threading.current_thread())
named = threading.Thread(target=print, args=("named",), name="Cook", kwargs={"end": "!\n"})
named.start()
named.join()
print(named.name, threading.Thread().name, threading.Thread(target=work).name)
for wrong in (lambda: named.start(), lambda: threading.Thread().join(), lambda: threading.current_thread().join(), lambda: setattr(threading.main_thread(), "daemon", True)):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
