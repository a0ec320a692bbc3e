# conformance: stderr
# A failure that leaves main by gather: the traceback leads through main to the child's line.
import asyncio


async def table(number):
    await asyncio.sleep(number)
    if number == 2:
        raise LookupError("no such table: %d" % number)
    print("table", number)


async def main():
    print("open")
    await asyncio.gather(*[table(n) for n in range(4)])
    print("never printed")


asyncio.run(main())
