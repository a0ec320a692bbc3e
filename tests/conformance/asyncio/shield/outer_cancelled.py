# shield: the await is cancelled, the inner task goes on; its result can be had later.
import asyncio


async def work():
    await asyncio.sleep(2)
    print("work done")
    return "precious"


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(work())
    outer = asyncio.create_task(waits(task))
    await asyncio.sleep(1)
    print(outer.cancel(), task.done())
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled", loop.time(), task.cancelled())
    print(await task, loop.time())
    print(asyncio.shield(task) is task, await asyncio.shield(task))
    try:
        print(await asyncio.wait_for(asyncio.shield(asyncio.sleep(5, "slept")), 1))
    except TimeoutError:
        print("timeout", loop.time())


async def waits(task):
    return await asyncio.shield(task)


asyncio.run(main())
