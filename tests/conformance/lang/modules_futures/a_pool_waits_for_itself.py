# A call in a pool of one waits for another call in it: it can never begin, and the run ends as a deadlock.
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=1)


def outer():
    print("outer begins")
    return pool.submit(inner).result()


def inner():
    return "never"


print(pool.submit(outer).result())
