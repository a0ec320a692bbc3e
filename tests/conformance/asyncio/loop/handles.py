# Handles: cancel, cancelled, when, and how they show themselves.
import asyncio


def note(*args):
    print("note", args)


class Box:
    def method(self, x):
        print("method", x)


async def main():
    loop = asyncio.get_running_loop()
    soon = loop.call_soon(note, 1, "two")
    later = loop.call_later(1.5, Box().method, [1, 2])
    at = loop.call_at(3, note)
    for handle in (soon, later, at):
        print(type(handle).__name__, handle, handle.cancelled(), isinstance(handle, asyncio.Handle))
    print(later.when(), at.when(), later < at, at >= later, sorted([at, later]) == [later, at])
    at.cancel()
    soon.cancel()
    soon.cancel()
    print(soon, at, soon.cancelled(), at.cancelled())
    await asyncio.sleep(2)
    print(later, later.cancelled())
    later.cancel()
    print(later.cancelled(), later)
    lamb = loop.call_soon(lambda: print("lambda"))
    print(lamb)
    await asyncio.sleep(0)
    try:
        later < 3
    except TypeError as error:
        print(error)


asyncio.run(main())
