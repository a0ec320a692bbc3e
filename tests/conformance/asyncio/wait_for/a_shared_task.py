# Two wait_for on one task: the first timeout cancels it for both.
import asyncio


async def work():
    await asyncio.sleep(10)


async def patient(name, task, timeout):
    try:
        await asyncio.wait_for(task, timeout)
    except BaseException as error:
        print(name, repr(error), asyncio.get_running_loop().time(), asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(work())
    await asyncio.gather(patient("one", task, 1), patient("two", task, 2), patient("shielded", asyncio.shield(task), 0.5))
    print(task.cancelled())
    future = asyncio.get_running_loop().create_future()
    await patient("future", future, 1)
    print(future)
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print(error)


asyncio.run(main())
