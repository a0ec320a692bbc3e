# A hundred children in ten gathers in one: order of starting and of results.
import asyncio

started = []


async def leaf(n):
    started.append(n)
    await asyncio.sleep((n * 7) % 5)
    return n


async def branch(n):
    return await asyncio.gather(*(leaf(n * 10 + i) for i in range(10)))


async def main():
    results = await asyncio.gather(*(branch(n) for n in range(10)))
    print(started == list(range(100)), sum(results, []) == list(range(100)))
    print(asyncio.get_running_loop().time())
    inner = asyncio.gather(leaf(1), leaf(2))
    outer = asyncio.gather(inner, leaf(3), inner)
    print(await outer, await inner, inner.result() is outer.result()[0])


asyncio.run(main())
