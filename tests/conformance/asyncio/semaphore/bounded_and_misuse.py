# A bounded one complains of a release too many; values that are no counts.
import asyncio


async def main():
    bounded = asyncio.BoundedSemaphore(2)
    async with bounded:
        print(repr(bounded).split("[")[1])
    try:
        bounded.release()
    except ValueError as error:
        print(error, isinstance(bounded, asyncio.Semaphore))
    plain = asyncio.Semaphore(0)
    plain.release()
    plain.release()
    print(repr(plain).split("[")[1], await plain.acquire(), plain.locked())
    for wrong in (lambda: asyncio.Semaphore(-1), lambda: asyncio.BoundedSemaphore(-2), lambda: asyncio.Semaphore("3"),
                  lambda: asyncio.Semaphore(1, 2), lambda: asyncio.BoundedSemaphore(1, loop=None), lambda: plain.acquire(1)):
        try:
            wrong()
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    default = asyncio.Semaphore()
    async with default as nothing:
        print(nothing, default.locked(), repr(default).split("[")[1])
    zero = asyncio.BoundedSemaphore(0)
    try:
        await asyncio.wait_for(zero.acquire(), 1)
    except TimeoutError:
        print("never free", asyncio.get_running_loop().time())


asyncio.run(main())
