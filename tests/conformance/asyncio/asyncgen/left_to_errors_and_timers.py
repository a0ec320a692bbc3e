# When a generator that was left open is closed: what wait_for waited for is free when it is over, though its timer is not; what raised
# a group's error is kept by the group's own traceback.
import asyncio


async def ticks(name):
    try:
        for n in range(3):
            yield n
            await asyncio.sleep(0.01)
    finally:
        print(name, "ends")


async def waits(make):
    generator = ticks("waited for")
    print(await generator.asend(None))
    print(await asyncio.wait_for(make(generator), 5))
    print("waits ends")


async def fails():
    try:
        async with asyncio.TaskGroup():
            async for n in ticks("in a group"):
                raise ValueError(n)
    except* ValueError as group:
        print(group.exceptions)
    print("fails ends")


async def times_out():
    try:
        async with asyncio.timeout(0.02):
            print([n async for n in ticks("timed out") if await asyncio.sleep(0.05) is None])
    except TimeoutError as error:
        print(repr(error.__cause__))
    print("times out ends")


async def main():
    for step in waits(anext), waits(lambda generator: generator.asend(None)), fails(), times_out():
        task = asyncio.create_task(step)
        await asyncio.sleep(0.3)
        print("next", task.done())
    print("main ends")


asyncio.run(main())
