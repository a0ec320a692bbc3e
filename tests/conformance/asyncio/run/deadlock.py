# A wait that can never end stops the run: no finally, no more output.
import asyncio


async def waits_for(tasks):
    try:
        await asyncio.sleep(1)
        await tasks[0]
    finally:
        print("never printed")


async def main():
    print("start")
    tasks = []
    tasks.append(asyncio.get_running_loop().create_future())
    await asyncio.gather(waits_for(tasks), asyncio.sleep(2))


asyncio.run(main())
