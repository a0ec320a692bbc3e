# Deadline and completion at one instant: who was set first is first. Inner and outer with one deadline.
import asyncio


async def trial(name, body):
    loop = asyncio.get_running_loop()
    began = loop.time()
    try:
        result = await body()
    except BaseException as error:
        result = type(error).__name__
    print(f"{name}: {result} after {loop.time() - began:g}, cancelling {asyncio.current_task().cancelling()}")


async def timer_first():
    async with asyncio.timeout(1) as t:
        await asyncio.sleep(1)
        return "slept", t.expired()


async def sleep_first():
    task = asyncio.create_task(asyncio.sleep(1, "slept"))
    await asyncio.sleep(0)
    async with asyncio.timeout(1) as t:
        return await task, t.expired()


async def both():
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(2)
            except TimeoutError:
                return "inner", inner.expired(), outer.expired()
    except TimeoutError:
        return "outer", inner.expired(), outer.expired()


async def outer_sooner():
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(2) as inner:
                    await asyncio.sleep(3)
            finally:
                print("inner", inner, "outer", outer.expired())
    except TimeoutError as error:
        return "outer", inner.expired(), outer.expired(), type(error.__cause__).__name__


async def inner_cleanup_outlasts_outer():
    try:
        async with asyncio.timeout(2) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    try:
                        await asyncio.sleep(5)
                    finally:
                        await asyncio.sleep(3)
            except TimeoutError:
                return "inner", inner.expired(), outer.expired()
    except TimeoutError:
        return "outer", inner.expired(), outer.expired()


async def swallowed():
    async with asyncio.timeout(1) as t:
        try:
            await asyncio.sleep(2)
        except asyncio.CancelledError:
            pass
        await asyncio.sleep(1)
    return t.expired(), "no error"


async def never_reached():
    async with asyncio.timeout(0):
        return "no await, no timeout"


async def past():
    async with asyncio.timeout_at(asyncio.get_running_loop().time() - 1):
        await asyncio.sleep(0)
        return "one turn was enough"


async def main():
    for body in (timer_first, sleep_first, both, outer_sooner, inner_cleanup_outlasts_outer, swallowed, never_reached, past):
        await trial(body.__name__, body)


asyncio.run(main())
