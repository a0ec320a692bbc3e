# conformance: stderr
# When "was never awaited" is said: at the moment the last reference goes, wherever that is.
import asyncio


async def forgotten(n):
    return n


class Box:
    pass


async def main():
    print("call")
    forgotten(1)
    print("after the call")
    kept = forgotten(2)
    kept = None
    print("after the name was bound anew")
    box = Box()
    box.coroutine = forgotten(3)
    del box
    print("after the box")
    coroutines = [forgotten(4), forgotten(5)]
    coroutines.clear()
    print("after the list")
    try:
        await asyncio.gather(forgotten(6), 7)
    except TypeError as error:
        print(error)
    print("after gather")
    closed = forgotten(8)
    closed.close()
    del closed
    task = asyncio.create_task(forgotten(9))
    task.cancel()
    await asyncio.sleep(0)
    print("after a task cancelled before its first step", task.cancelled())
    try:
        await asyncio.wait_for(forgotten(10), 0)
    except TimeoutError:
        print("after wait_for 0")
    local = forgotten(11)
    return local is None


print(asyncio.run(main()))
forgotten(12)
print("end")
