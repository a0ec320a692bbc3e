# Task.print_stack() without a file: its headline goes to stdout, the lines to stderr. Looking does not count as retrieving.
import asyncio


async def inner():
    await asyncio.sleep(1)


async def work():
    await inner()


async def fails():
    def divide():
        return 1 / 0

    divide()


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context["message"]))
    tasks = [asyncio.create_task(work(), name="w"), asyncio.create_task(fails(), name="f"), asyncio.create_task(asyncio.sleep(5), name="s")]
    await asyncio.sleep(0.5)
    for task in tasks[:2]:
        task.print_stack()
        print([(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack()])
        print([frame.f_code.co_name for frame in task.get_stack(limit=1)], task.get_stack(limit=0))
    print([frame.f_code.co_name for frame in tasks[2].get_stack()])
    print(tasks[0].get_coro().cr_frame.f_lineno, tasks[2].get_coro().cr_code.co_name)
    print(tasks[1]._exception, tasks[0]._exception, tasks[1]._result)
    tasks[0].cancel()
    await asyncio.wait(tasks[:1])
    tasks[0].print_stack()
    print(tasks[0].get_stack(), tasks[0]._exception)
    del tasks[1], task
    print("gone")


asyncio.run(main())
