# Cancelling the gather's own future cancels every child that is left; it is done when they are.
import asyncio


async def work(n, stubborn=False):
    try:
        await asyncio.sleep(n)
        return n
    except asyncio.CancelledError:
        print("cleanup", n)
        await asyncio.sleep(1)
        if stubborn:
            return f"stubborn {n}"
        raise


async def main():
    loop = asyncio.get_running_loop()
    for return_exceptions in (False, True):
        together = asyncio.gather(work(1), work(5), work(6, True), return_exceptions=return_exceptions)
        await asyncio.sleep(2)
        print(together.cancel("enough"), together.done(), together.cancelled())
        try:
            print(await together)
        except asyncio.CancelledError as error:
            print("cancelled", error.args, loop.time(), together.cancelled(), together.done())
        print(together.cancel())
        await asyncio.sleep(10)
    async def ends():
        return "ended"
    together = asyncio.gather(ends(), ends())
    await asyncio.sleep(0)
    print("all children are done:", together.cancel(), together.done())
    print(await together)


asyncio.run(main())
