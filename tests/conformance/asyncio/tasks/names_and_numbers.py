# Numbers are used up by tasks without a name of their own; create_task(name=...) uses one, loop.create_task(name=...) none.
import asyncio


async def nothing():
    return asyncio.current_task().get_name()


async def main():
    loop = asyncio.get_running_loop()
    a = asyncio.create_task(nothing())
    b = asyncio.create_task(nothing(), name="Bee")
    c = loop.create_task(nothing(), name="Cee")
    d = asyncio.ensure_future(nothing())
    e = asyncio.Task(nothing(), loop=loop, name=7)
    f = asyncio.Task(nothing())
    print(await asyncio.gather(a, b, c, d, e, f, nothing()))
    a.set_name(["list", 1])
    print(repr(a.get_name()), asyncio.current_task().get_name())
    async with asyncio.TaskGroup() as group:
        g = group.create_task(nothing())
        h = group.create_task(nothing(), name="in a group")
    print(g.result(), h.result())
    print(asyncio.create_task(nothing()).get_name())


asyncio.run(main())
