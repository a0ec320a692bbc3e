# What __aiter__ and __anext__ raise belongs to the whole `async for`: its first line, without carets; in a comprehension it has them.
import asyncio
import traceback


class Fails:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise ValueError("next")


class FailsAtOnce(Fails):
    def __anext__(self):
        raise ValueError("at once")


class NoIterator:
    def __aiter__(self):
        raise KeyError("none")


class Wrong(Fails):
    def __anext__(self):
        return 3


async def numbers():
    yield 1
    raise IndexError(2)


async def plain(kind):
    async for x in kind():
        pass


async def over_lines(kind):
    async for x in (
        kind()
    ):
        pass
    else:
        print("never")


async def unpacked(kind):
    async for a, b in kind(): pass


async def listed(kind):
    return [x async for x in kind()]


async def listed_over_lines(kind):
    return [
        x + 1
        async for x in kind()
        if x
    ]


async def main():
    for function in plain, over_lines, unpacked, listed, listed_over_lines:
        for kind in Fails, FailsAtOnce, NoIterator, Wrong, numbers, int:
            print(function.__name__, kind.__name__)
            try:
                await function(kind)
            except Exception as error:
                lines = "".join(traceback.format_exception(error)).splitlines()
                print("\n".join("File" + line.split(",", 1)[1] if line.startswith("  File") else line for line in lines))


asyncio.run(main())
