# On timeout wait_for waits for the inner task's cleanup: it may return a value, raise, or take its time.
import asyncio


async def slow_cleanup(how):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(3)
        if how == "returns":
            return "late value"
        if how == "raises":
            raise ValueError("from the cleanup")
        raise


async def main():
    loop = asyncio.get_running_loop()
    for how in ("returns", "raises", "gives in"):
        start = loop.time()
        try:
            print(how, await asyncio.wait_for(slow_cleanup(how), 1), loop.time() - start)
        except Exception as error:
            print(how, repr(error), "from", repr(error.__cause__), loop.time() - start)


asyncio.run(main())
