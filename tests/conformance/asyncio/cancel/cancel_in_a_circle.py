# Tasks that wait for one another in a circle: to cancel one is to cancel all, until the stack is full. (native alone: the stack of C++ is not as deep in the page, limits.h)
import asyncio


async def waits_for(tasks, which):
    await asyncio.sleep(0)
    await tasks[which]


async def gathers(tasks, which):
    await asyncio.sleep(0)
    await asyncio.gather(tasks[which], asyncio.sleep(5))


def handler(loop, context):
    print("handler", context["message"].split("object")[0].split(" at ")[0], context.get("exception").args)


async def circle(*members):
    tasks = []
    for at, member in enumerate(members):
        tasks.append(asyncio.create_task(member(tasks, (at + 1) % len(members))))
    await asyncio.sleep(0.1)
    asyncio.get_running_loop().call_soon(tasks[0].cancel)
    await asyncio.sleep(0.1)
    asyncio.get_running_loop().call_soon(tasks[1].cancel)
    await asyncio.sleep(0.1)
    print([task.cancelling() for task in tasks], [task.done() for task in tasks])


async def main(*members):
    asyncio.get_running_loop().set_exception_handler(handler)
    await circle(*members)


for members in (waits_for, waits_for), (gathers, gathers), (waits_for, gathers), (gathers, waits_for), (waits_for, waits_for, gathers), (gathers, gathers, waits_for):
    print([member.__name__ for member in members])
    try:
        asyncio.run(main(*members))
    except RecursionError as error:
        print("run()", error)
