# asend, athrow and aclose on generators not begun, suspended, running and over; anext's default.
import asyncio


async def echo(log):
    got = None
    while True:
        try:
            got = yield got
            log.append(("got", got))
            await asyncio.sleep(0.1)
        except ValueError as error:
            log.append(("caught", error.args))
            got = "after error"


async def attempt(log, name, awaitable):
    try:
        log.append((name, await awaitable))
    except BaseException as error:
        log.append((name, type(error).__name__, error.args))


async def main():
    log = []
    g = echo(log)
    await attempt(log, "value to a new one", g.asend(1))
    await attempt(log, "first", g.asend(None))
    await attempt(log, "second", g.asend(2))
    await attempt(log, "throw", g.athrow(ValueError("v")))
    await attempt(log, "throw type", g.athrow(ValueError, "w"))
    await attempt(log, "throw other", g.athrow(KeyError("k")))
    await attempt(log, "after the end", g.asend(3))
    await attempt(log, "anext after the end", anext(g, "default"))
    await attempt(log, "close after the end", g.aclose())
    print(*log, sep="\n")
    log.clear()
    g = echo(log)
    await attempt(log, "throw into a new one", g.athrow(ValueError("early")))
    await attempt(log, "then", anext(g))
    g = echo(log)
    await attempt(log, "close a new one", g.aclose())
    await attempt(log, "then", anext(g))
    g = echo(log)
    await anext(g)
    await attempt(log, "two at once", asyncio.gather(g.asend("x"), g.asend("y"), return_exceptions=True))
    task = asyncio.create_task(g.asend("z"))
    await asyncio.sleep(0.05)
    await attempt(log, "close while it runs", g.aclose())
    log.append(await task)
    task = asyncio.create_task(g.asend("cancelled"))
    await asyncio.sleep(0.05)
    task.cancel()
    await attempt(log, "cancelled", task)
    await attempt(log, "after the cancel", anext(g, "over"))
    print(*log, sep="\n")


asyncio.run(main())
