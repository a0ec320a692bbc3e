# A cancel from outside stays CancelledError, also when the timeout is near; swallowed cancels and the timeout.
import asyncio


async def guarded(log, timeout, work):
    try:
        async with asyncio.timeout(timeout) as cm:
            await asyncio.sleep(work)
    except BaseException as error:
        log.append((type(error).__name__, error.args, cm.expired(), asyncio.current_task().cancelling()))
        raise


async def main():
    loop = asyncio.get_running_loop()
    for when in (1, 2, 3):
        log = []
        task = asyncio.create_task(guarded(log, 2, 10))
        loop.call_later(when, task.cancel, "outside")
        try:
            await task
        except (asyncio.CancelledError, TimeoutError) as error:
            print(when, log, repr(error), task.cancelled())
        await asyncio.sleep(10)
    # Two cancels at one instant: the timeout's and another.
    log = []
    task = asyncio.create_task(guarded(log, 2, 10))
    await asyncio.sleep(0)
    loop.call_later(2, task.cancel, "second")
    await asyncio.wait([task])
    print(log, task.cancelled())

    async def swallows():
        async with asyncio.timeout(1) as cm:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("swallowed the timeout's cancel")
            await asyncio.sleep(2)
            return cm.expired(), asyncio.current_task().cancelling()

    print(await swallows(), asyncio.current_task().cancelling())


asyncio.run(main())
