# SystemExit and KeyboardInterrupt leave a group as they are.
import asyncio


async def exits(n, error):
    await asyncio.sleep(n)
    raise error


async def main(error):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(exits(1, error))
            task = group.create_task(asyncio.sleep(10))
    finally:
        print("finally", task.cancelled())


for error in (KeyboardInterrupt("key"), GeneratorExit("gen"), BaseException("base")):
    try:
        asyncio.run(main(error))
    except BaseException as caught:
        print(repr(caught))


async def body():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(10))
        await asyncio.sleep(1)
        raise KeyboardInterrupt("in the body")


try:
    asyncio.run(body())
except KeyboardInterrupt as caught:
    print(repr(caught))
