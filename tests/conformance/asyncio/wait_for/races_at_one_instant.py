# The inner result and the deadline, or an outer cancel, at one instant: order of setting decides, and what the inner has is not lost.
import asyncio


async def trial(name, make, after=None):
    loop = asyncio.get_running_loop()
    log = []

    async def inner(future):
        try:
            return await future
        except asyncio.CancelledError:
            log.append("inner cancelled")
            raise

    future = loop.create_future()
    task = asyncio.create_task(make(future, inner), name=name)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    if after:
        after(loop, future, task)
    try:
        log.append(("value", await task))
    except BaseException as error:
        log.append((type(error).__name__, error.args, type(error.__cause__).__name__))
    print(name, log, future.done(), future.cancelled(), loop.time())


def later(*calls):
    def arrange(loop, future, task):
        for at, what in calls:
            def call(what=what):
                if what == "result" and not future.done():
                    future.set_result("ok")
                elif what == "error" and not future.done():
                    future.set_exception(ValueError("bad"))
                elif what == "cancel":
                    task.cancel("outer")
                elif what == "cancel inner":
                    future.cancel("inner")
            loop.call_later(at, call)
    return arrange


async def main():
    with_coroutine = lambda future, inner: asyncio.wait_for(inner(future), 1)
    with_future = lambda future, inner: asyncio.wait_for(future, 1)
    for kind, make in (("coroutine", with_coroutine), ("future", with_future)):
        await trial(f"{kind}: result with the deadline", make, later((1, "result")))
        await trial(f"{kind}: error with the deadline", make, later((1, "error")))
        await trial(f"{kind}: result then cancel", make, later((0.5, "result"), (0.5, "cancel")))
        await trial(f"{kind}: cancel then result", make, later((0.5, "cancel"), (0.5, "result")))
        await trial(f"{kind}: cancel with the deadline", make, later((1, "cancel")))
        await trial(f"{kind}: error then cancel", make, later((0.5, "error"), (0.5, "cancel")))
        await trial(f"{kind}: inner cancelled", make, later((0.5, "cancel inner")))
        await trial(f"{kind}: inner cancelled then cancel", make, later((0.5, "cancel inner"), (0.5, "cancel")))


asyncio.run(main())
