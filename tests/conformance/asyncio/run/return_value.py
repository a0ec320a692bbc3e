# asyncio.run gives back what main returns; code around it runs before and after.
import asyncio


async def add(a, b):
    await asyncio.sleep(0.5)
    return a + b


async def main(n):
    first = await add(n, 1)
    second = await add(first, 1)
    return first, second


print("before")
print(asyncio.run(main(10)))
print(asyncio.run(add("a", "b")), asyncio.run(main(0)))
print("after")
