# What run_until_complete takes and gives: coroutines, futures, awaitables; exceptions; a loop that is stopped meanwhile.
import asyncio


async def fails():
    await asyncio.sleep(1)
    raise ValueError("failed")


async def cancels():
    asyncio.current_task().cancel("self")
    await asyncio.sleep(1)


class Awaitable:
    def __await__(self):
        yield
        return "awaitable"


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(Awaitable()))
for coroutine in (fails(), cancels()):
    try:
        loop.run_until_complete(coroutine)
    except BaseException as error:
        print(repr(error))
for wrong in (3, fails, None):
    try:
        loop.run_until_complete(wrong)
    except TypeError as error:
        print(error)


async def left_over():
    try:
        await asyncio.sleep(10)
    finally:
        print("left over leaves", loop.is_running())


async def main():
    task = asyncio.create_task(left_over())
    await asyncio.sleep(1)
    return task


task = loop.run_until_complete(main())
print(task.done(), len(asyncio.all_tasks(loop)), loop.time())
loop.run_until_complete(asyncio.sleep(5))
print(task.done(), loop.time())
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("cancelled", task.cancelled())
print(asyncio.get_event_loop() is loop, loop.run_until_complete(asyncio.gather(asyncio.sleep(1, "x"), loop.create_task(asyncio.sleep(2, "y")))))
loop.close()
