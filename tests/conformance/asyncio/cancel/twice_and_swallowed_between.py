# cancel() again while the first is dealt with; cancelling() counts requests, uncancel() takes them back, and neither decides
# whether the task ends as cancelled.
import asyncio


async def stubborn(log, swallows):
    me = asyncio.current_task()
    for n in range(swallows):
        try:
            await asyncio.sleep(1)
            log.append(f"slept {n}")
        except asyncio.CancelledError as error:
            log.append((error.args, me.cancelling()))
    log.append(("uncancel", me.uncancel(), me.uncancel(), me.uncancel()))
    await asyncio.sleep(1)
    return "done"


async def main():
    loop = asyncio.get_running_loop()
    for asks in ((0.5,), (0.5, 0.5), (0.5, 0.7), (0.5, 0.7, 0.9), (0.5, 2.5)):
        log = []
        task = asyncio.create_task(stubborn(log, 2))
        for n, at in enumerate(asks):
            loop.call_later(at, lambda n=n: log.append(("asked", task.cancel(n), task.cancelling())))
        try:
            log.append(await task)
        except asyncio.CancelledError as error:
            log.append(("ended", error.args))
        print(asks, log, task.cancelled(), task.cancelling(), task.cancel(), loop.time())
        await asyncio.sleep(2)


asyncio.run(main())
