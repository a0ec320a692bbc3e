# How many turns after the last child gather gives back its results.
import asyncio


async def quick(name):
    print(name, end="; ")
    return name


async def ticker():
    for n in range(6):
        print("tick", n, end="; ")
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(ticker())
    print(await asyncio.gather(quick("a"), quick("b")))
    await asyncio.sleep(1)
    asyncio.create_task(ticker())
    task = asyncio.create_task(quick("c"))
    await task
    print(await asyncio.gather(task))
    await asyncio.sleep(1)
    asyncio.create_task(ticker())
    print(await asyncio.gather())
    await asyncio.sleep(1)


asyncio.run(main())
