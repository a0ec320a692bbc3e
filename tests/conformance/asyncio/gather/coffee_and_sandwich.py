# The longest wait counts, not the sum; results come in the order of the arguments.
import asyncio
import time


async def prepare(what, seconds):
    print(f"{what}: started")
    await asyncio.sleep(seconds)
    print(f"{what}: ready after {seconds} s")
    return f"hot {what}"


async def main():
    started = time.perf_counter()
    coffee, sandwich = await asyncio.gather(prepare("coffee", 3), prepare("sandwich", 2))
    print(coffee, "and", sandwich)
    print(f"took {time.perf_counter() - started:.1f} seconds")


asyncio.run(main())
