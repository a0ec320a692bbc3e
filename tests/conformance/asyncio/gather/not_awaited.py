# gather starts its children when it is called, not when it is awaited; dropped, they still run.
import asyncio


async def work(name, seconds):
    print("start", name)
    await asyncio.sleep(seconds)
    print("end", name)
    return name


async def main():
    pending = asyncio.gather(work("a", 1), work("b", 5))
    print("called", pending.done())
    await asyncio.sleep(2)
    print("at 2", pending.done())
    asyncio.gather(work("dropped", 1))
    await asyncio.sleep(2)
    print(await pending, asyncio.get_running_loop().time(), pending.result())


asyncio.run(main())
