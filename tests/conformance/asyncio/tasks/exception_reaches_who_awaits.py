# An exception stays in the task until it is awaited, every time anew.
import asyncio


async def burn(seconds):
    await asyncio.sleep(seconds)
    raise RuntimeError("burnt")


async def main():
    task = asyncio.create_task(burn(1))
    await asyncio.sleep(3)
    print("nothing seen so far, done:", task.done(), repr(task.exception()))
    for attempt in range(2):
        try:
            await task
        except RuntimeError as error:
            print(attempt, "caught", error, asyncio.get_running_loop().time())
    try:
        task.result()
    except RuntimeError as error:
        print("result raises too:", error)
    other = asyncio.create_task(burn(1))
    try:
        other.result()
    except asyncio.InvalidStateError as error:
        print(error)
    try:
        await other
    except RuntimeError:
        print("at", asyncio.get_running_loop().time())
    try:
        await burn(0)
    except RuntimeError as error:
        print("direct", error)


asyncio.run(main())
