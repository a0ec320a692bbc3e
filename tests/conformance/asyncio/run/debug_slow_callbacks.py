# conformance: stderr
# Debug mode: a step or callback that takes 0.1 s or longer is told, with what it was.
import asyncio
import time


def slow_callback(n):
    time.sleep(n)


async def slow_task():
    time.sleep(0.25)
    await asyncio.sleep(1)
    time.sleep(0.05)
    return "done"


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    await asyncio.create_task(slow_task(), name="slow")
    loop.call_soon(slow_callback, 0.1)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 2
    time.sleep(1.5)
    await asyncio.sleep(0)
    loop.call_soon(slow_callback, 3)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
