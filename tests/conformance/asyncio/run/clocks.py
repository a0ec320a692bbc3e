# All clocks move together, and only by waiting: the loop's and the counters start at 0.
import asyncio
import time


def show(label):
    loop = asyncio.get_running_loop()
    print(label, f"{loop.time():.3f} {time.monotonic():.3f} {time.perf_counter():.3f} {time.time():.3f}")


async def main():
    started = time.time()
    show("start")
    await asyncio.sleep(1.25)
    show("slept")
    time.sleep(0.5)
    show("blocked")
    sum(range(100))
    show("worked")
    print(f"took {time.time() - started:.2f} s, about {round(time.perf_counter())} s")
    print(time.perf_counter(), asyncio.get_running_loop().time(), time.time())


asyncio.run(main())
