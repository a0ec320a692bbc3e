# get_stack and print_stack of a waiting, a finished and a failed task.
import asyncio
import sys


async def inner():
    await asyncio.sleep(1)


async def outer():
    await inner()


async def failing():
    def deep():
        raise ValueError("deep down")

    deep()


async def main():
    task = asyncio.create_task(outer(), name="waiting")
    await asyncio.sleep(0)
    print([(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack()])
    task.print_stack(file=sys.stdout)
    await task
    print(task.get_stack())
    bad = asyncio.create_task(failing(), name="bad")
    await asyncio.wait([bad])
    own = [frame for frame in bad.get_stack() if frame.f_code.co_filename.endswith("get_stack.py")]
    print([(frame.f_code.co_name, frame.f_lineno) for frame in own])
    bad.print_stack(file=sys.stdout)
    print(len(bad.get_stack(limit=1)), len(task.get_stack(limit=3)))


asyncio.run(main())
