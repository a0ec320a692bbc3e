# reschedule moves the deadline, brings it forward, removes it; outside of the block it is refused.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as cm:
        cm.reschedule(loop.time() + 5)
        await asyncio.sleep(3)
        print(cm.when(), cm)
        cm.reschedule(None)
        await asyncio.sleep(10)
        print(cm.when(), cm)
    print(loop.time(), cm.expired())
    try:
        async with asyncio.timeout(None) as cm:
            cm.reschedule(loop.time() + 1)
            await asyncio.sleep(5)
    except TimeoutError:
        print("timeout", loop.time())
    try:
        async with asyncio.timeout(100) as cm:
            cm.reschedule(loop.time() - 1)
            print("moved into the past", cm.expired())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("timeout", loop.time())
    try:
        cm.reschedule(5)
    except RuntimeError as error:
        print(error)
    async with asyncio.timeout(1) as cm:
        pass
    try:
        cm.reschedule(5)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
