# time.sleep stops the whole loop: timers that fell due meanwhile run late, in order of their deadlines.
import asyncio
import time


def now():
    return f"{asyncio.get_running_loop().time():.2f}"


async def tick(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "due", seconds, "at", now())


async def block():
    await asyncio.sleep(0.5)
    print("block from", now())
    time.sleep(2)
    print("block to", now())


async def main():
    await asyncio.gather(tick("c", 2), tick("a", 1), block(), tick("d", 3), tick("b", 1.5), tick("first", 0.25))
    print("all", now())


asyncio.run(main())
time.sleep(0.5)
print(time.monotonic())
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
