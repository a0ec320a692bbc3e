# Generators over generators, aiter and anext, async comprehensions, errors half way.
import asyncio


async def ticks(n, pause):
    for i in range(n):
        await asyncio.sleep(pause)
        yield i


async def squares(source):
    async for x in source:
        if x == 3:
            raise ArithmeticError("three")
        yield x * x


async def merge(*sources):
    queue = asyncio.Queue()
    done = object()

    async def pump(source):
        async for item in source:
            await queue.put(item)
        await queue.put(done)

    tasks = [asyncio.create_task(pump(source)) for source in sources]
    left = len(tasks)
    while left:
        item = await queue.get()
        if item is done:
            left -= 1
        else:
            yield item


async def main():
    loop = asyncio.get_running_loop()
    print([x async for x in ticks(3, 1)], loop.time())
    print({x: y async for x in ticks(3, 0) for y in "ab" if x != 1})
    result = []
    try:
        async for x in squares(ticks(5, 0.5)):
            result.append(x)
    except ArithmeticError as error:
        print(result, error, loop.time())
    print([x async for x in merge(ticks(3, 1), ticks(2, 1.25))], loop.time())
    iterator = aiter(ticks(2, 1))
    print(await anext(iterator), await anext(iterator), await anext(iterator, "end"))
    print(await asyncio.gather(*[asyncio.sleep(0, x) async for x in ticks(2, 0)]))


asyncio.run(main())
