# A cancel goes down to the innermost await and comes up through every frame.
import asyncio


async def level(n):
    try:
        if n:
            await level(n - 1)
        else:
            await asyncio.create_task(sleeper())
    except asyncio.CancelledError:
        print("level", n)
        raise
    finally:
        print("finally", n)


async def sleeper():
    try:
        await asyncio.sleep(5)
    finally:
        print("sleeper leaves")


async def main():
    task = asyncio.create_task(level(3))
    await asyncio.sleep(1)
    task.cancel()
    result = await asyncio.gather(task, return_exceptions=True)
    print(result, asyncio.get_running_loop().time())


asyncio.run(main())
