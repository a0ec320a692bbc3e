# At the end of asyncio.run: tasks are cancelled together, then async generators are closed; errors are told.
import asyncio


async def ticker(name):
    try:
        n = 0
        while True:
            yield n
            n += 1
    finally:
        print("generator", name, "closes at", asyncio.get_running_loop().time())
        await asyncio.sleep(1)
        print("generator", name, "closed")


keep = []


async def task(name):
    try:
        async for n in ticker(name):
            await asyncio.sleep(1)
    finally:
        print("task", name, "leaves")
        await asyncio.sleep(2)
        print("task", name, "left")


async def main():
    asyncio.create_task(task("a"))
    generator = ticker("kept")
    keep.append(generator)
    print(await anext(generator), await anext(generator))
    unused = ticker("never begun")
    keep.append(unused)
    await asyncio.sleep(1.5)
    print("main ends", asyncio.get_running_loop().time())


asyncio.run(main())
print("over")
