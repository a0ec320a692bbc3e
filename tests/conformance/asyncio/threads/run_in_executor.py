# run_in_executor in an own pool and in the default one; what does not fit waits; a waiting call can still be cancelled.
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def work(number):
    print(number, threading.current_thread().name, time.monotonic())
    time.sleep(1)
    return number


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2, thread_name_prefix="own") as pool:
        futures = [loop.run_in_executor(pool, work, number) for number in range(5)]
        print(type(futures[0]).__name__, futures[4].cancel(), futures[4].done())
        print(await asyncio.gather(*futures, return_exceptions=True), time.monotonic())
    print(await loop.run_in_executor(None, work, 9))
    loop.set_default_executor(ThreadPoolExecutor(1, "default"))
    print(await asyncio.gather(loop.run_in_executor(None, work, 10), asyncio.to_thread(work, 11)), time.monotonic())


asyncio.run(main())
