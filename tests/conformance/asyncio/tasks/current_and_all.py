# current_task and all_tasks: inside callbacks there is no current task; done tasks are not listed.
import asyncio


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def child(n):
    await asyncio.sleep(n)
    return names(asyncio.all_tasks())


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(child(n), name=f"child {n}") for n in range(3)]
    print(asyncio.current_task().get_name(), names(asyncio.all_tasks()), names(asyncio.all_tasks(loop)))
    loop.call_soon(lambda: print("in a callback:", asyncio.current_task()))
    tasks[0].add_done_callback(lambda t: print("done callback:", asyncio.current_task(), t.result()))
    await asyncio.sleep(0.5)
    print(names(asyncio.all_tasks()))
    print(await asyncio.gather(*tasks))
    print(asyncio.current_task(loop) is asyncio.current_task(), len(asyncio.all_tasks()))


asyncio.run(main())
for function in (asyncio.current_task, asyncio.all_tasks, asyncio.get_running_loop):
    try:
        function()
    except RuntimeError as error:
        print(function.__name__, error)
