# wait_for in wait_for: the shorter one fires; the outer one sees what comes of it.
import asyncio


async def work(n):
    await asyncio.sleep(n)
    return f"worked {n}"


async def nested(inner, outer):
    try:
        return await asyncio.wait_for(asyncio.wait_for(work(5), inner), outer)
    except TimeoutError as error:
        return f"timeout at {asyncio.get_running_loop().time()} cause {error.__cause__!r}"


async def main():
    loop = asyncio.get_running_loop()
    for inner, outer in ((1, 2), (2, 1), (2, 2), (9, 9), (None, 1), (1, None), (0, 1), (1, 0)):
        start = loop.time()
        print(inner, outer, (await nested(inner, outer)).replace(str(loop.time()), str(loop.time() - start)))
        await asyncio.sleep(10 - loop.time() % 10)


asyncio.run(main())
