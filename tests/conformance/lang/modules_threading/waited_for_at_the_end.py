# When the main thread is over, threads that are no daemons are waited for; a daemon is cut off. A thread may start another meanwhile.
import threading
import time


def late(name, seconds):
    time.sleep(seconds)
    print(name, time.monotonic())
    if name == "first":
        threading.Thread(target=late, args=("child", 2)).start()


threading.Thread(target=late, args=("daemon", 5), daemon=True).start()
threading.Thread(target=late, args=("quick daemon", 0.5), daemon=True).start()
threading.Thread(target=late, args=("first", 1)).start()
print("the main thread ends")
