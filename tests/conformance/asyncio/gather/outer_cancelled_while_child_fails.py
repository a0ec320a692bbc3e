# Main is cancelled in the very turn in which a child fails: which of the two comes out.
import asyncio


async def failing(when):
    await asyncio.sleep(when)
    raise ValueError("child")


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow cancelled")
        raise


async def parent():
    try:
        await asyncio.gather(failing(1), slow())
    except BaseException as error:
        print("parent got", repr(error))
        raise


async def main():
    loop = asyncio.get_running_loop()
    for delay in (0.999, 1.0, 1.001):
        task = asyncio.create_task(parent())
        loop.call_later(delay, task.cancel)
        try:
            await task
        except BaseException as error:
            print(delay, "->", repr(error), task.cancelled())
        await asyncio.sleep(20)


asyncio.run(main())
