# An async generator left early is closed by a task a turn later; aclose() at once; a finally that awaits.
import asyncio


async def numbers(name):
    try:
        for n in range(5):
            yield n
            await asyncio.sleep(1)
    except GeneratorExit:
        print(name, "GeneratorExit")
        raise
    finally:
        print(name, "finally", asyncio.get_running_loop().time(), asyncio.current_task().get_name())
        await asyncio.sleep(1)
        print(name, "closed", asyncio.get_running_loop().time())


async def main():
    async for n in numbers("broken off"):
        if n == 1:
            break
    print("after break")
    await asyncio.sleep(0)
    print("a turn later")
    await asyncio.sleep(3)
    generator = numbers("by hand")
    print(await anext(generator))
    await generator.aclose()
    print("after aclose")
    print(await anext(generator, "default"))
    try:
        await anext(generator)
    except StopAsyncIteration:
        print("exhausted")
    async for n in numbers("whole"):
        pass
    held = numbers("held by main")
    await anext(held)
    del held
    print("deleted")
    await asyncio.sleep(5)


asyncio.run(main())
