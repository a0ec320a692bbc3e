# to_thread runs beside the loop: the ticker goes on, arguments and results pass, threads are named asyncio_N, errors come back.
import asyncio
import threading
import time


def work(seconds, *, word):
    print(word, threading.current_thread().name, time.monotonic())
    time.sleep(seconds)
    if seconds == 2:
        raise ValueError(word)
    return word.upper()


async def ticker():
    for _ in range(5):
        await asyncio.sleep(0.4)
        print("tick", time.monotonic())


async def main():
    ticking = asyncio.create_task(ticker())
    print(await asyncio.to_thread(work, 1, word="one"), time.monotonic())
    results = await asyncio.gather(asyncio.to_thread(work, 2, word="two"), asyncio.to_thread(work, 0.5, word="half"), return_exceptions=True)
    print(results, time.monotonic())
    await ticking


asyncio.run(main())
