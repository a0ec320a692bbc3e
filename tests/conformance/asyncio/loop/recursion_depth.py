# How deep a program may recurse below the event loop, and in whose words CPython says that it may not.
import asyncio
import sys

sys.setrecursionlimit(150)  # quick: work takes virtual time


def depth(n=1):
    try:
        return depth(n + 1)
    except RecursionError as error:
        return n if "exceeded" in error.args[0] else error


async def awaits(n=1):
    try:
        return await awaits(n + 1)
    except RecursionError:
        return n


async def thrown_into():
    try:
        await asyncio.sleep(10)
    finally:
        print("thrown into", depth())


async def below():
    await thrown_into()


class Protocol(asyncio.Protocol):
    def connection_made(self, transport):
        print("made", depth())


async def main():
    loop = asyncio.get_running_loop()
    print("main", depth(), await awaits())
    loop.call_soon(lambda: print("soon", depth()))
    await asyncio.sleep(0)
    loop.call_later(0.1, lambda: print("later", depth()))
    await asyncio.sleep(0.2)
    print("task", await asyncio.create_task(awaits()))
    for coroutine in thrown_into, below:
        task = asyncio.create_task(coroutine())
        await asyncio.sleep(0.1)
        task.cancel()
        await asyncio.wait([task])
    future = loop.create_future()
    future.add_done_callback(lambda future: print("callback", depth()))
    future.set_result(1)
    await asyncio.sleep(0)
    async with asyncio.timeout(1):
        print("timeout", depth())
    loop.set_exception_handler(lambda loop, context: print("handler", depth()))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    try:
        await asyncio.shield(below_failing())
    except ValueError:
        print("thrown", depth())


async def below_failing():
    await asyncio.sleep(0)
    raise ValueError


print("module", depth())
asyncio.run(main())
with asyncio.Runner() as runner:
    print("runner", runner.run(awaits()))
loop = asyncio.new_event_loop()
print("loop", loop.run_until_complete(awaits()))
loop.call_soon(lambda: (print("forever", depth()), loop.stop()))
loop.run_forever()
loop.close()
