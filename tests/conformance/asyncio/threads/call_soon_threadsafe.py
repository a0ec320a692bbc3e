# A thread hands calls to a loop that sleeps: they run at once, in the order of coming, in the loop's thread.
import asyncio
import threading
import time


async def main():
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()

    def show(word):
        print(word, threading.current_thread().name, time.monotonic())
        if word == "last":
            ended.set()

    def thread():
        for number in range(3):
            time.sleep(0.5)
            loop.call_soon_threadsafe(show, number)
            loop.call_soon_threadsafe(show, number + 10)
        time.sleep(0.5)
        handle = loop.call_soon_threadsafe(show, "never")
        handle.cancel()
        loop.call_soon_threadsafe(show, "last")

    worker = threading.Thread(target=thread)
    worker.start()
    await ended.wait()
    worker.join()
    print("end", time.monotonic())
    return loop


loop = asyncio.run(main())
try:
    loop.call_soon_threadsafe(print)
except RuntimeError as error:
    print(error)
