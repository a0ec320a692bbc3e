# A thread asks the loop to run a coroutine and waits for its result, its error, or cancels it.
import asyncio
import concurrent.futures
import time


async def work(seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("work cancelled", time.monotonic())
        raise
    if seconds == 2:
        raise LookupError("two")
    return seconds


def thread(loop):
    print(asyncio.run_coroutine_threadsafe(work(1), loop).result(), time.monotonic())
    future = asyncio.run_coroutine_threadsafe(work(2), loop)
    print(type(future).__module__, repr(future.exception()), time.monotonic())
    future = asyncio.run_coroutine_threadsafe(work(5), loop)
    try:
        future.result(timeout=0.5)
    except TimeoutError:
        print("timeout", time.monotonic(), future.cancel())
    try:
        future.result()
    except concurrent.futures.CancelledError as error:
        print(repr(error))
    try:
        asyncio.run_coroutine_threadsafe(work, loop)
    except TypeError as error:
        print(error)
    time.sleep(0.1)


async def main():
    await asyncio.to_thread(thread, asyncio.get_running_loop())
    print("end", time.monotonic())


asyncio.run(main())
