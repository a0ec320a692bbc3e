# get_coro and get_loop; a task's coroutine shows where it is.
import asyncio


async def inner(future):
    return await future


async def outer(future):
    return await inner(future)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    coroutine = outer(future)
    task = asyncio.create_task(coroutine)
    print(task.get_coro() is coroutine, task.get_loop() is loop, future.get_loop() is loop)
    print(coroutine.cr_running, coroutine.cr_await)
    await asyncio.sleep(0)
    print(coroutine.cr_running, coroutine.cr_await.__qualname__, coroutine.cr_await.cr_await is not None)
    future.set_result("end")
    print(await task, coroutine.cr_await, coroutine.cr_frame, task.get_coro() is coroutine)


asyncio.run(main())
