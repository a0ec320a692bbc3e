# Delays that are bools, fractions, negative, or no numbers at all; complaints come when the sleep is awaited.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for delay in (True, False, -3, 0.0, -0.0, 0.25, 1e-9, 1e-12):
        before = loop.time()
        print(repr(delay), await asyncio.sleep(delay, result="r"), loop.time() - before)
    for delay in ("1", None, [1]):
        try:
            await asyncio.sleep(delay)
        except TypeError as error:
            print(error)
    for wrong in (lambda: asyncio.sleep(), lambda: asyncio.sleep(1, 2, 3), lambda: asyncio.sleep(1, loop=None)):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
