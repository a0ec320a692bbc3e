# With a timeout those that are left raise TimeoutError, one by one; the tasks go on.
import asyncio


async def work(n):
    await asyncio.sleep(n)
    print("finished", n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    for each in asyncio.as_completed([work(n) for n in (1, 3, 5)], timeout=2):
        try:
            print(await each, loop.time())
        except TimeoutError as error:
            print("timeout", repr(error), loop.time())
    await asyncio.sleep(10)
    done = asyncio.create_task(work(0))
    await done
    for each in asyncio.as_completed([done], timeout=0):
        print(await each)
    for wrong in (work, done, 3):
        coroutine = wrong(1) if wrong is work else wrong
        try:
            list(asyncio.as_completed(coroutine))
        except TypeError as error:
            print(error)
        if wrong is work:
            coroutine.close()


asyncio.run(main())
