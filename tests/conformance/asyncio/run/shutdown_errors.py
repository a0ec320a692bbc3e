# conformance: stderr
# What tasks and generators raise while they are shut down is told, and does not change the result.
import asyncio


async def bad_cleanup():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("in cleanup")


async def ignores():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("ignored the first")
    return "survivor"


async def generator():
    try:
        yield 1
    finally:
        raise KeyError("generator's end")


keep = []


async def main():
    asyncio.create_task(bad_cleanup(), name="bad")
    asyncio.create_task(ignores())
    keep.append(generator())
    await anext(keep[0])
    await asyncio.sleep(0)
    return "result"


print(asyncio.run(main()))
