# Cancelling who awaits a gather cancels all its children; a cancelled child alone does not.
import asyncio


async def work(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "done")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def waits(*names):
    try:
        await asyncio.gather(*(work(name, 5) for name in names))
    finally:
        print("waiter leaves", asyncio.get_running_loop().time())


async def main():
    outer = asyncio.create_task(waits("a", "b"))
    await asyncio.sleep(1)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled")
    child = asyncio.create_task(work("child", 5))
    other = asyncio.create_task(work("other", 2))
    asyncio.get_running_loop().call_later(1, child.cancel)
    try:
        await asyncio.gather(child, other)
    except asyncio.CancelledError:
        print("gather raised", asyncio.get_running_loop().time(), other.done())
    print(await other)


asyncio.run(main())
