# A traceback keeps the frames of asyncio's own functions too, and so what they were given and waited for.
import asyncio
import gc


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


async def fails():
    held = Held("of fails")
    await asyncio.sleep(0.1)
    raise ValueError


async def hangs():
    held = Held("of hangs")
    await asyncio.sleep(10)


async def cancelled(name, coroutine):
    task = asyncio.create_task(coroutine)
    del coroutine
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled", name)
    del task
    print("deleted", name)
    gc.collect()
    print("collected", name)


async def main():
    try:
        await asyncio.wait_for(fails(), 1)
    except ValueError:
        print("caught")
    print("after")
    gc.collect()  # the future in wait_for's frame has the exception, and that has the frame
    print("collected")
    try:
        await asyncio.wait_for(hangs(), 0.1)
    except TimeoutError:
        print("timed out")
    await cancelled("wait_for", asyncio.wait_for(hangs(), 1))
    queue = asyncio.Queue(1)
    queue.put_nowait(0)
    await cancelled("put", queue.put(Held("item")))
    await cancelled("sleep", asyncio.sleep(1, Held("result")))


asyncio.run(main())
