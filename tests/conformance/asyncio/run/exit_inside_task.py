# sys.exit in a task ends the program at once; main is cancelled and may clean up.
import asyncio
import sys


async def closer():
    await asyncio.sleep(1)
    print("closing time")
    sys.exit("we are closed")


async def main():
    task = asyncio.create_task(closer())
    try:
        await asyncio.sleep(5)
    finally:
        print("main cleans up at", asyncio.get_running_loop().time(), task.done())


asyncio.run(main())
print("never printed")
