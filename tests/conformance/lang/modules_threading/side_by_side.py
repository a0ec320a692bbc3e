# Threads sleep side by side; start() returns when the thread has begun, join() when it has ended, at once if it has already.
import threading
import time


def work(name, seconds):
    print(f"{name} begins in {threading.current_thread().name}")
    time.sleep(seconds)
    print(f"{name} ends at {time.monotonic()}")


threads = [threading.Thread(target=work, args=(name, seconds)) for name, seconds in (("slow", 3), ("quick", 1), ("medium", 2))]
for thread in threads:
    print(thread.name, thread.is_alive(), thread.ident is None)
    thread.start()
    print(thread.is_alive(), thread.ident is None)
print(threading.active_count(), [thread.name for thread in threading.enumerate()])
threads[1].join()
print("quick joined at", time.monotonic())
for thread in threads:
    thread.join()
    print(thread.name, "joined at", time.monotonic(), thread.is_alive())
print(threading.active_count(), threading.current_thread() is threading.main_thread(), threading.main_thread().name)
