# conformance: stderr
# What Python prints when nobody handles a group.
import asyncio


async def fail(n):
    await asyncio.sleep(n)
    raise ValueError(f"number {n}")


async def both():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(1))
        group.create_task(fail(1))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(both())
        await asyncio.sleep(5)


asyncio.run(main())
