# Cancelling who is in wait_for cancels the inner task and waits for it; at the end's own instant the result wins.
import asyncio


async def inner(log):
    try:
        await asyncio.sleep(2)
        return "result"
    except asyncio.CancelledError:
        log.append("inner cancelled")
        await asyncio.sleep(1)
        log.append("inner cleaned up")
        raise


async def outer(log):
    try:
        return await asyncio.wait_for(inner(log), 5)
    except asyncio.CancelledError as error:
        log.append(f"outer cancelled {error.args}")
        raise


async def main():
    loop = asyncio.get_running_loop()
    for delay in (0, 1, 2, 2.5):
        log = []
        start = loop.time()
        task = asyncio.create_task(outer(log))
        loop.call_later(delay, task.cancel, f"at {delay}")
        try:
            log.append(await task)
        except asyncio.CancelledError as error:
            log.append(f"main saw {error.args}")
        print(delay, log, loop.time() - start, task.cancelled())
        await asyncio.sleep(10)
    log = []
    task = asyncio.create_task(outer(log))
    await asyncio.sleep(1)
    task.cancel("one")
    await asyncio.sleep(0.5)
    task.cancel("two")
    await asyncio.wait([task])
    print(log, task.cancelled(), loop.time())
    await asyncio.sleep(5)
    print(log)


asyncio.run(main())
