# A cancelled waiter leaves; set and cancel in the same turn: the cancel wins, the wait was over.
import asyncio


async def waiter(name, event, log):
    try:
        log.append((name, await event.wait()))
    except asyncio.CancelledError:
        log.append((name, "cancelled"))
        raise


async def main():
    event, log = asyncio.Event(), []
    a, b, c = (asyncio.create_task(waiter(name, event, log)) for name in "abc")
    await asyncio.sleep(0)
    a.cancel()
    await asyncio.sleep(0)
    print(log, repr(event).split("[")[1])
    event.set()
    b.cancel()
    print(await asyncio.gather(a, b, c, return_exceptions=True))
    print(log)
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 2)
    except TimeoutError:
        print("nobody set it", asyncio.get_running_loop().time())


asyncio.run(main())
