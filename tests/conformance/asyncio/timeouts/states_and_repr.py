# What a Timeout says of itself in each state, and what it refuses.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.timeout(1)
    print(t, t.when(), t.expired())
    for attempt in (lambda: t.reschedule(2),):
        try:
            attempt()
        except RuntimeError as error:
            print(error)
    async with t:
        print(t, t.when())
        t.reschedule(5)
        print(t, t.when(), t.expired())
        t.reschedule(None)
        print(t)
        await asyncio.sleep(2)
        t.reschedule(loop.time() + 1)
        print(t)
    print(t)
    try:
        t.reschedule(9)
    except RuntimeError as error:
        print(error)
    try:
        async with t:
            pass
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(1) as t:
            try:
                await asyncio.sleep(5)
            finally:
                print(t)
                try:
                    t.reschedule(99)
                except RuntimeError as error:
                    print(error)
    except TimeoutError as error:
        print(repr(error), t, t.expired(), repr(error.__cause__))
    try:
        with asyncio.timeout(1):
            pass
    except (AttributeError, TypeError) as error:
        print(error)
    for wrong in ("1", [2]):
        try:
            async with asyncio.timeout(wrong):
                pass
        except TypeError as error:
            print(error)


asyncio.run(main())
