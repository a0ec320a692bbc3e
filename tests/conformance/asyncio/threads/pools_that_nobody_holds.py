# The threads of a pool end when the pool is gone, once they have done what was handed in.
import asyncio
import concurrent.futures
import threading
import time


def names():
    return [thread.name for thread in threading.enumerate()]


pool = concurrent.futures.ThreadPoolExecutor(2, "first")
pool.submit(print, 1).result()
print(names())
del pool
time.sleep(0.1)
print(names())


def hand_in():
    return concurrent.futures.ThreadPoolExecutor(2, "second").submit(time.sleep, 1)


future = hand_in()
print(names())
future.result()
time.sleep(0.1)
print(names())


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(lambda: threading.current_thread().name))
    loop.set_default_executor(concurrent.futures.ThreadPoolExecutor(1, "another"))
    print(await asyncio.to_thread(lambda: threading.current_thread().name))
    await asyncio.sleep(0.1)
    print(names())


asyncio.run(main())
