# asend and athrow; exceptions in and out of async generators; reentry is refused.
import asyncio


async def echo():
    got = None
    while True:
        try:
            got = yield ("got", got)
            await asyncio.sleep(0.5)
        except ValueError as error:
            got = f"error {error}"


async def main():
    generator = echo()
    print(await generator.asend(None))
    print(await generator.asend(1))
    print(await generator.athrow(ValueError("thrown")))
    try:
        await generator.athrow(KeyError("out"))
    except KeyError as error:
        print(repr(error))
    try:
        await generator.asend(2)
    except StopAsyncIteration as error:
        print(repr(error))
    fresh = echo()
    try:
        await fresh.asend("too early")
    except TypeError as error:
        print(error)
    busy = echo()
    await anext(busy)
    task = asyncio.create_task(busy.asend("slow"))if False else asyncio.ensure_future(wrap(busy))
    await asyncio.sleep(0)
    try:
        await busy.asend("second")
    except RuntimeError as error:
        print(error)
    print(await task)
    step = busy.asend(3)
    print(await step)
    try:
        await step
    except RuntimeError as error:
        print(error)


async def wrap(generator):
    return await generator.asend("slow")


asyncio.run(main())
