# The last to come opens the barrier, runs its action, and all go on; it can be used again; a timeout breaks it for everybody.
import threading
import time

barrier = threading.Barrier(3, action=lambda: print("open", time.monotonic()))


def walker(seconds):
    for round_number in range(2):
        time.sleep(seconds)
        barrier.wait()
    print(sorted([barrier.parties, barrier.n_waiting]), time.monotonic(), barrier.broken)


threads = [threading.Thread(target=walker, args=(seconds,)) for seconds in (1, 2, 3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()


def late(seconds, timeout):
    time.sleep(seconds)
    try:
        barrier.wait(timeout)
    except threading.BrokenBarrierError as error:
        print("broken", repr(error), time.monotonic(), barrier.broken)


threads = [threading.Thread(target=late, args=pair) for pair in ((0, None), (0.1, 0.5), (2, None))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
barrier.reset()
print(barrier.broken, barrier.n_waiting)
barrier.abort()
print(barrier.broken)
