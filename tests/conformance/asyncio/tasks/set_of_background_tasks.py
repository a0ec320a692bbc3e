# The usual idiom: a set holds background tasks until they are done.
import asyncio

background = set()
log = []


async def job(n):
    await asyncio.sleep(n % 3)
    log.append((asyncio.get_running_loop().time(), n))
    if n == 4:
        raise RuntimeError("four")


def forget(task):
    background.discard(task)
    if not task.cancelled() and task.exception() is not None:
        log.append(repr(task.exception()))


async def main():
    for n in range(6):
        task = asyncio.create_task(job(n))
        background.add(task)
        task.add_done_callback(forget)
    while background:
        print(len(background), "left at", asyncio.get_running_loop().time())
        await asyncio.sleep(0.5)
    print(log)


asyncio.run(main())
