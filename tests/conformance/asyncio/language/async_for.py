# Asynchronous iterators, generators and comprehensions, side by side.
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        await asyncio.sleep(1)
        self.n -= 1
        return self.n


async def letters(text):
    for letter in text:
        await asyncio.sleep(0.75)
        yield letter


async def show(source, name):
    async for item in source:
        print(name, item, asyncio.get_running_loop().time())
    else:
        print(name, "over")


async def main():
    await asyncio.gather(show(Countdown(3), "count"), show(letters("abc"), "letter"))
    print([x async for x in letters("xy")], {n: n async for n in Countdown(2)}, asyncio.get_running_loop().time())
    print([await asyncio.sleep(0, n * n) for n in range(4)])


asyncio.run(main())
