# __await__ makes any object awaitable; a bare yield gives up one turn; its return value is the await's.
import asyncio


class Turns:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        for i in range(self.n):
            print("turn", i)
            yield
        return f"{self.n} turns"


class Wrapped:
    def __init__(self, awaitable):
        self.awaitable = awaitable

    def __await__(self):
        result = yield from self.awaitable.__await__()
        return "wrapped " + str(result)


class Bad:
    def __await__(self):
        yield 5


async def value():
    await asyncio.sleep(0.5)
    return "value"


async def main():
    asyncio.create_task(value())
    print(await Turns(2), await Turns(0), await Wrapped(value()), await Wrapped(Turns(1)))
    try:
        await Bad()
    except RuntimeError as error:
        print(error)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
