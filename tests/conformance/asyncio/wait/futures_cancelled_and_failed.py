# Cancelled futures count as done, and not as an exception for FIRST_EXCEPTION.
import asyncio


async def fail(n):
    await asyncio.sleep(n)
    raise KeyError(n)


async def main():
    loop = asyncio.get_running_loop()
    first, second = loop.create_future(), loop.create_future()
    third = asyncio.create_task(fail(3))
    loop.call_later(1, first.cancel)
    loop.call_later(2, second.set_result, None)
    done, pending = await asyncio.wait([first, second, third], return_when=asyncio.FIRST_EXCEPTION)
    print(loop.time(), len(done), len(pending), third in done, first.cancelled())
    fourth = loop.create_future()
    fourth.cancel()
    done, pending = await asyncio.wait([fourth, loop.create_future()], return_when=asyncio.FIRST_COMPLETED)
    print(fourth in done, len(pending), loop.time())
    print(repr(third.exception()))
    ready = loop.create_future()
    ready.set_exception(ValueError("early"))
    done, pending = await asyncio.wait([ready, loop.create_future()], return_when=asyncio.FIRST_EXCEPTION, timeout=4)
    print(ready in done, len(pending), loop.time(), repr(ready.exception()))


asyncio.run(main())
