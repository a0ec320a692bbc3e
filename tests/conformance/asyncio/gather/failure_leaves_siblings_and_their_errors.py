# conformance: stderr
# After the first failure nobody hears of the second one, not even on stderr; results of the others are lost.
import asyncio


async def fail(n):
    await asyncio.sleep(n)
    print("raise", n)
    raise ValueError(n)


async def fine(n):
    await asyncio.sleep(n)
    print("fine", n)


async def main():
    try:
        await asyncio.gather(fail(1), fine(2), fail(3))
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(5)
    together = asyncio.gather(fail(1), fail(2))
    await asyncio.sleep(3)
    print("nobody awaits it", together.done())
    del together
    await asyncio.sleep(1)
    results = await asyncio.gather(fail(0), fine(0), return_exceptions=True)
    print(results)


asyncio.run(main())
