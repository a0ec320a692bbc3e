# conformance: stderr
# Coroutines that nobody awaits, tasks that nobody holds, at the moment the last reference goes.
import asyncio
import gc


async def work():
    await asyncio.sleep(1)


async def waits_for_ever():
    await asyncio.get_running_loop().create_future()


async def main():
    work()
    print("after the first")
    coroutines = [work(), asyncio.sleep(1), asyncio.wait_for(work(), 1)]
    coroutines.pop()
    print("popped")
    del coroutines
    print("deleted")
    queue, lock = asyncio.Queue(), asyncio.Lock()
    queue.get()
    lock.acquire()
    asyncio.create_task(waits_for_ever(), name="for ever")
    await asyncio.sleep(0)
    gc.collect()
    print("collected")
    async def inner():
        pass
    inner()


asyncio.run(main())
