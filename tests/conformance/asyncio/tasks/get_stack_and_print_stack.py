# Task.get_stack() and print_stack() of a task not begun, suspended in calls of calls, running, done and failed.
import asyncio
import sys


async def inner():
    await asyncio.sleep(1)
    raise ValueError("inner")


async def outer():
    await inner()


def shown(task, limit=None):
    return [(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack(limit=limit)]


async def main():
    task = asyncio.create_task(outer(), name="looked at")
    print(shown(task))
    await asyncio.sleep(0.5)
    print(shown(task), shown(task, 1))
    task.print_stack(file=sys.stdout)
    print(shown(asyncio.current_task())[-1][0])
    try:
        await task
    except ValueError:
        pass
    print(shown(task), shown(task, 1))
    task.print_stack(file=sys.stdout)
    done = asyncio.create_task(asyncio.sleep(0))
    await done
    print(shown(done))
    done.print_stack(file=sys.stdout)


asyncio.run(main())
