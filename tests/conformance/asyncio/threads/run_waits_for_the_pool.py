# asyncio.run does not end before the default pool's threads, even those whose results nobody awaits; the results are lost in time.
import asyncio
import time


def work(seconds):
    time.sleep(seconds)
    print("worked", seconds, time.monotonic())


async def main():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, work, 3)
    future = loop.run_in_executor(None, work, 1)
    future.add_done_callback(lambda future: print("told", time.monotonic()))
    await asyncio.sleep(0.5)
    print("main ends", time.monotonic())


asyncio.run(main())
print("after run", time.monotonic())
