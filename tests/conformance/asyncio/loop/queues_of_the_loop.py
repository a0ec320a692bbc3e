# How much is ready and scheduled, as programs count it, and how a loop without those who made it is asked.
import asyncio


async def one_step():
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    print(len(loop._ready), len(loop._scheduled), type(loop._ready).__name__, type(loop._scheduled).__name__)
    tasks = [asyncio.create_task(one_step()) for _ in range(3)]
    print(len(loop._ready))
    await asyncio.sleep(0)
    print(len(loop._ready))
    await asyncio.gather(*tasks)
    future = loop.create_future()
    waiting = asyncio.create_task(asyncio.wait_for(future, 5))
    await asyncio.sleep(0)
    print(len(loop._ready), len(loop._scheduled))
    future.set_result(1)
    print(len(loop._ready), loop._ready[0])
    await waiting
    handle = loop.call_later(1, print, "never")
    print(loop._scheduled[-1] is handle, len(loop._scheduled))
    handle.cancel()
    print(len(loop._scheduled))
    print(asyncio.current_task(), asyncio.current_task("no loop"))


asyncio.run(main())
