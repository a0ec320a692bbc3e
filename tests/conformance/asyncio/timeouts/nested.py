# Timeouts in timeouts: the shorter one fires, whichever is outside; at one instant the one set first.
import asyncio


async def attempt(outer, inner, work):
    loop = asyncio.get_running_loop()
    start = loop.time()
    seen = []
    try:
        async with asyncio.timeout(outer) as out:
            try:
                async with asyncio.timeout(inner) as inn:
                    await asyncio.sleep(work)
                    seen.append("worked")
            except TimeoutError:
                seen.append("inner timeout")
                await asyncio.sleep(1)
                seen.append("after inner")
    except TimeoutError:
        seen.append("outer timeout")
    print(outer, inner, work, seen, out.expired(), inn.expired(), loop.time() - start, asyncio.current_task().cancelling())


async def main():
    await attempt(3, 1, 9)
    await attempt(1, 3, 9)
    await attempt(2, 2, 9)
    await attempt(1.5, 1, 9)
    await attempt(2, 1, 9)
    await attempt(None, 1, 9)
    await attempt(1, None, 9)
    await attempt(5, 5, 1)
    await attempt(0, 0, 1)


asyncio.run(main())
