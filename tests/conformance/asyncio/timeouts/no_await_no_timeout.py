# Only an await lets the timeout in: a body that blocks past its deadline ends well, unless it awaits once more.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as cm:
        time.sleep(3)
    print("no await", cm.expired(), loop.time())
    try:
        async with asyncio.timeout(1) as cm:
            time.sleep(3)
            print("one more await")
            await asyncio.sleep(0)
            print("goes on?")
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("timeout", cm.expired(), loop.time())
    try:
        async with asyncio.timeout(0) as cm:
            print("zero: the body begins")
            await asyncio.sleep(0)
            print("zero: not reached")
    except TimeoutError:
        print("timeout", loop.time())
    async with asyncio.timeout(-5) as cm:
        print("negative, no await")
    print(cm.expired(), cm)
    await asyncio.sleep(0)
    print(asyncio.current_task().cancelling())


asyncio.run(main())
