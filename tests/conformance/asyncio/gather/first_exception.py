# The first failure leaves gather at once; the others go on, and their failures are not heard.
import asyncio


async def work(name, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(name)
        print(name, "finished", asyncio.get_running_loop().time())
        return name
    finally:
        print(name, "over")


async def main():
    try:
        await asyncio.gather(work("a", 3), work("b", 1, True), work("c", 2, True), work("d", 0.5))
    except ValueError as error:
        print("caught", error, asyncio.get_running_loop().time())
    await asyncio.sleep(1.5)
    print("c has failed by now")
    await asyncio.sleep(1)
    print("end")


asyncio.run(main())
