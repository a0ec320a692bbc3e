# Cleanup may await; who awaits the task waits for it; a second cancel interrupts the cleanup.
import asyncio


async def careful(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "cleanup begins")
        try:
            await asyncio.sleep(2)
            print(name, "cleanup ends", asyncio.get_running_loop().time())
        except asyncio.CancelledError:
            print(name, "cleanup broken off", asyncio.get_running_loop().time())
            raise


async def main():
    for name, again in (("once", False), ("twice", True)):
        task = asyncio.create_task(careful(name))
        await asyncio.sleep(1)
        task.cancel()
        if again:
            await asyncio.sleep(0.5)
            task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print("awaited", asyncio.get_running_loop().time())


asyncio.run(main())
