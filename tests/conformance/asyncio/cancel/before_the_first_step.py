# A task cancelled before it began never runs, not even its finally.
import asyncio


async def child(name):
    try:
        print(name, "began")
        await asyncio.sleep(1)
    finally:
        print(name, "finally")


async def main():
    early = asyncio.create_task(child("early"))
    early.cancel()
    begun = asyncio.create_task(child("begun"))
    await asyncio.sleep(0)
    begun.cancel()
    for task in (early, begun):
        try:
            await task
        except asyncio.CancelledError:
            print("cancelled", task.cancelled())
    last = asyncio.create_task(child("last"))
    print("main ends")


asyncio.run(main())
