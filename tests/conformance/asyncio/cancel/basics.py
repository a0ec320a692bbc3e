# CancelledError is raised at the await; finally runs; who awaits the task gets it too.
import asyncio


async def cook():
    try:
        print("cooking")
        await asyncio.sleep(10)
        print("never printed")
    except asyncio.CancelledError as error:
        print("told to stop", repr(error), asyncio.get_running_loop().time())
        raise
    finally:
        print("clean the pan")


async def main():
    task = asyncio.create_task(cook())
    await asyncio.sleep(1)
    print(task.cancel(), task.cancelled(), task.done())
    try:
        await task
    except asyncio.CancelledError:
        print("main knows", task.cancelled(), task.done(), task.cancel())
    print(issubclass(asyncio.CancelledError, Exception), asyncio.get_running_loop().time())


asyncio.run(main())
