"""asynccontextmanager, AsyncExitStack, aclosing, nullcontext with await."""
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext


@asynccontextmanager
async def table(name):
    print("lay", name)
    await asyncio.sleep(0.1)
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        await asyncio.sleep(0.1)
        print("clear", name)


@asynccontextmanager
async def twice():
    yield 1
    yield 2


@table("decorated")
async def serve(what):
    print("serve", what)
    return what


async def numbers():
    try:
        for n in range(5):
            yield n
    finally:
        print("numbers closed")


async def later(*args):
    await asyncio.sleep(0)
    print("later", args)


async def main():
    async with table("one") as name:
        print(name)
    async with table("two"):
        raise ValueError("spilt")
    for error in (KeyError("k"), StopAsyncIteration("s")):
        try:
            async with table("three"):
                raise error
        except BaseException as caught:
            print(type(caught).__name__, caught)
    try:
        async with twice():
            pass
    except RuntimeError as error:
        print(error)
    try:
        async with twice():
            raise ValueError
    except RuntimeError as error:
        print(error)
    print(await serve("tea"), serve.__name__)
    async with aclosing(numbers()) as walk, nullcontext(3) as three:
        async for n in walk:
            if n == 2:
                break
        print(n, three)
    try:
        async with AsyncExitStack() as stack:
            print(await stack.enter_async_context(table("stacked")))
            stack.push_async_callback(later, 1, 2)
            stack.callback(print, "at once")
            stack.callback(lambda: 1 / 0)
            raise LookupError("body")
    except ZeroDivisionError as error:
        print(repr(error), repr(error.__context__))
    stack = AsyncExitStack()
    await stack.enter_async_context(table("moved"))
    other = stack.pop_all()
    await stack.aclose()
    await other.aclose()
    try:
        await stack.enter_async_context(5)
    except TypeError as error:
        print(error)
    try:
        async with asyncio.timeout(0.15):
            async with table("cancelled"):
                await asyncio.sleep(1)
    except TimeoutError:
        print("timed out")


asyncio.run(main())
