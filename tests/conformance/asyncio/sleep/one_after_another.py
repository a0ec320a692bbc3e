# Awaiting in a row adds up; a coroutine does nothing until it is awaited.
import asyncio
import time


async def brew(what, seconds):
    print(f"{time.perf_counter():.1f} start {what}")
    await asyncio.sleep(seconds)
    print(f"{time.perf_counter():.1f} {what} is ready")
    return what


async def main():
    coffee = brew("coffee", 3)
    sandwich = brew("sandwich", 2)
    print("both made, nothing started")
    print(await sandwich, await coffee)


asyncio.run(main())
