# wait_for gives the result, passes on the exception, or cancels the inner task and raises TimeoutError.
import asyncio


async def work(n, fails=False):
    try:
        await asyncio.sleep(n)
        if fails:
            raise ValueError(n)
        return n
    except asyncio.CancelledError:
        print("cancelled at", asyncio.get_running_loop().time())
        raise


async def attempt(*args, timeout):
    try:
        return await asyncio.wait_for(work(*args), timeout)
    except BaseException as error:
        return repr(error), repr(error.__cause__), repr(error.__context__)


async def main():
    loop = asyncio.get_running_loop()
    print(await attempt(1, timeout=2))
    print(await attempt(1, timeout=None))
    print(await attempt(1, True, timeout=2))
    print(await attempt(3, timeout=2))
    print(await attempt(0, timeout=0))
    print(await attempt(1, timeout=-1))
    print(await attempt(1, timeout=1), loop.time())
    print(asyncio.TimeoutError is TimeoutError, str(TimeoutError()) == "")
    task = asyncio.create_task(work(1))
    await asyncio.sleep(2)
    print(await asyncio.wait_for(task, 0), await asyncio.wait_for(task, -5), await asyncio.wait_for(task, None))
    for wrong in (lambda: asyncio.wait_for(), lambda: asyncio.wait_for(task), lambda: asyncio.wait_for(task, 1, 2)):
        try:
            wrong()
        except TypeError as error:
            print(error)
    for args in ((3, 1), (work(0), "1")):
        try:
            await asyncio.wait_for(*args)
        except TypeError as error:
            print(error)
            if args[0] != 3:
                args[0].close()


asyncio.run(main())
