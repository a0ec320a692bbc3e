# What is thrown into a coroutine that handles an exception loses the lines that no handler has met, and what their frames held.
import asyncio
import traceback


def lines(error):
    return [frame.name for frame in traceback.extract_tb(error.__traceback__)]


async def ticks():
    try:
        yield 1
        yield 2
    finally:
        print("ticks closed")


async def middle(future, held):
    await anext(held)
    await future


async def outer(future):
    try:
        raise KeyError("handled")
    except KeyError:
        await middle(future, ticks())


async def met_by_a_handler(future):
    try:
        await middle(future, ticks())
    finally:
        print("met")


async def outer_of_it(future):
    try:
        raise KeyError("handled")
    finally:
        await met_by_a_handler(future)


async def nothing_handled(future):
    await middle(future, ticks())


async def main():
    for coroutine in outer, outer_of_it, nothing_handled:
        for how in "cancelled", "failed":
            print(coroutine.__name__, how)
            future = asyncio.get_running_loop().create_future()
            task = asyncio.create_task(coroutine(future))
            await asyncio.sleep(0.1)
            if how == "cancelled":
                task.cancel()
            else:
                future.set_exception(ValueError("no"))
            await asyncio.sleep(0.1)
            print("ended")
            try:
                await task
            except (asyncio.CancelledError, ValueError, KeyError) as error:
                print(lines(error), repr(error.__context__))
            del task, future


asyncio.run(main())
