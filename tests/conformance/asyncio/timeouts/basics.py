# asyncio.timeout: in time, too late, never; what it tells of itself.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(2) as cm:
        print(cm, cm.when(), cm.expired())
        await asyncio.sleep(1)
    print(cm, cm.expired(), loop.time())
    try:
        async with asyncio.timeout(2) as cm:
            await asyncio.sleep(5)
            print("not reached")
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), cm.expired(), cm, loop.time())
    async with asyncio.timeout(None) as cm:
        print(cm, cm.when())
        await asyncio.sleep(10)
    async with asyncio.timeout_at(loop.time() + 1):
        await asyncio.sleep(0.5)
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            print("the body begins")
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("late from the start", loop.time())
    print(asyncio.current_task().cancelling())
    for wrong in (lambda: asyncio.timeout(), lambda: asyncio.timeout("1"), lambda: asyncio.timeout(1, 2)):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
