# The loop's hooks: a generator begun in the loop and forgotten is closed by a task; one not begun is not; one held to the end
# is closed by asyncio.run, all of them together.
import asyncio


async def numbers(name, log):
    try:
        n = 0
        while True:
            yield n
            n += 1
            await asyncio.sleep(0.1)
    except BaseException as error:
        log.append((name, type(error).__name__))
        raise
    finally:
        log.append((name, "finally", asyncio.get_running_loop().time()))
        await asyncio.sleep(1)
        log.append((name, "closed", asyncio.get_running_loop().time()))


async def main(log, keep):
    first = numbers("forgotten", log)
    print(await anext(first), await anext(first))
    del first
    log.append("deleted")
    await asyncio.sleep(0)
    log.append("a turn later")
    await asyncio.sleep(2)
    unbegun = numbers("unbegun", log)
    del unbegun
    await asyncio.sleep(0)
    async for n in numbers("returned from", log):
        if n == 2:
            break
    log.append("after the loop")
    for name in ("kept a", "kept b"):
        generator = numbers(name, log)
        await anext(generator)
        keep.append(generator)
    generator = numbers("closed by hand", log)
    await anext(generator)
    await generator.aclose()
    await generator.aclose()
    log.append(("main ends", asyncio.get_running_loop().time()))


log, keep = [], []
asyncio.run(main(log, keep))
print(*log, sep="\n")
for generator in keep:
    try:
        generator.asend(None).send(None)
    except StopAsyncIteration:
        print("exhausted")
