# context= of create_task, call_soon, call_later, add_done_callback, Runner.run and TaskGroup.create_task.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def bump(by):
    var.set(var.get() + by)
    await asyncio.sleep(0)
    return var.get()


async def main():
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()
    context.run(var.set, 100)
    print(await asyncio.create_task(bump(1), context=context), context[var], var.get())
    print(await asyncio.gather(asyncio.create_task(bump(1), context=context), asyncio.create_task(bump(10), context=context)), context[var])
    loop.call_soon(var.set, 7, context=context)
    loop.call_later(1, lambda: print("timer", var.get()), context=context)
    await asyncio.sleep(2)
    print(context[var], var.get())
    task = asyncio.create_task(bump(1))
    task.add_done_callback(lambda t: print("callback", var.get()), context=context)
    await task
    async with asyncio.TaskGroup() as group:
        task = group.create_task(bump(1000), context=context, name="in context")
    print(task.result(), task.get_name(), context[var], var.get())
    for wrong in (lambda: context.run(), lambda: loop.call_soon(print, context=contextvars)):
        try:
            wrong()
        except (TypeError, AttributeError) as error:
            print(type(error).__name__)
            break


with asyncio.Runner() as runner:
    var.set(5)
    runner.run(main())
    mine = contextvars.copy_context()
    print(runner.run(bump(1)), runner.run(bump(1)), var.get())
    print(runner.run(bump(1), context=mine), mine[var], runner.run(bump(1)))
