# A task runs whether or not anybody awaits it; its result waits.
import asyncio


async def cook(dish, seconds):
    print("start", dish)
    await asyncio.sleep(seconds)
    print("ready", dish)
    return dish.upper()


async def main():
    soup = asyncio.create_task(cook("soup", 1))
    stew = asyncio.create_task(cook("stew", 4))
    await asyncio.sleep(2)
    print("now asking, soup done:", soup.done())
    print(await soup, asyncio.get_running_loop().time())
    print(await stew, asyncio.get_running_loop().time())
    forgotten = asyncio.create_task(cook("forgotten", 1))
    print("main ends", forgotten.done())


asyncio.run(main())
