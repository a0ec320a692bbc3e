# A semaphore lets two in at a time, a bounded one refuses too many releases; a barrier lets all go at once, with their indices.
import threading
import time

gate = threading.Semaphore(2)
barrier = threading.Barrier(3, action=lambda: print("all there", time.monotonic()))


def guest(name):
    with gate:
        print(name, "in", round(time.monotonic(), 3))
        time.sleep(0.5)
    print(name, "out", round(time.monotonic(), 3))


threads = [threading.Thread(target=guest, args=(name,)) for name in "abcde"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()


def runner(delay):
    time.sleep(delay)
    index = barrier.wait()
    print("runner", delay, "index", index, round(time.monotonic(), 3))


threads = [threading.Thread(target=runner, args=(delay,)) for delay in (0.1, 0.3, 0.2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
bounded = threading.BoundedSemaphore(1)
try:
    bounded.release()
except ValueError as error:
    print(error)
lonely = threading.Barrier(2)
try:
    lonely.wait(0.25)
except threading.BrokenBarrierError:
    print("broken", lonely.broken, round(time.monotonic(), 3))
