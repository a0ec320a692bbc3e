# wait_for() goes on waiting until its predicate holds or its time is over, and returns the predicate's last value.
import threading
import time

condition = threading.Condition(threading.Lock())
count = 0


def counter():
    global count
    for _ in range(4):
        time.sleep(0.1 + 0.2)
        with condition:
            count += 1
            condition.notify_all()


thread = threading.Thread(target=counter)
thread.start()
with condition:
    print(condition.wait_for(lambda: count >= 2 and "two"), time.monotonic())
    print(condition.wait_for(lambda: count >= 9, timeout=0.1 + 0.2 + 0.05), time.monotonic(), count)
    print(condition.wait(0.05), time.monotonic())
    print(condition.wait_for(lambda: True, 0))
thread.join()
print(count, time.monotonic())
