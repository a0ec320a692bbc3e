# Releasing what is not held, arguments, `with` instead of `async with`, another loop.
import asyncio

shared = asyncio.Lock()


async def main():
    lock = asyncio.Lock()
    for wrong in (lock.release, lambda: asyncio.Lock(loop=None), lambda: asyncio.Lock(1), lambda: lock.acquire(1), lambda: lock.release(2)):
        try:
            wrong()
        except (RuntimeError, TypeError) as error:
            print(type(error).__name__, error)
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)
    try:
        with await lock:
            pass
    except TypeError as error:
        print(error)
    print(await lock.acquire(), lock.locked())
    try:
        async with asyncio.timeout(1):
            await lock.acquire()
    except TimeoutError:
        print("held by ourselves")
    lock.release()
    async with lock as nothing:
        print(nothing, lock.locked())
    print(lock.locked(), asyncio.iscoroutine(lock.acquire()) if False else asyncio.iscoroutinefunction(lock.acquire))


async def use_shared():
    await shared.acquire()
    task = asyncio.create_task(shared.acquire())
    await asyncio.sleep(0)
    task.cancel()


asyncio.run(main())
asyncio.run(use_shared())


async def in_another_loop():
    try:
        await shared.acquire()
    except RuntimeError as error:
        print(str(error).split(" at 0x")[0], str(error).split("> ")[1])


asyncio.run(in_another_loop())
