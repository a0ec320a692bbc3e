# Which context a callback, a timer, a done callback and a task run in: a copy of the one that set it, or the one that was given.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="none")


async def main():
    loop = asyncio.get_running_loop()
    log = []

    def note(name, *ignored):
        log.append((name, var.get()))
        var.set(f"set by {name}")

    var.set("main 1")
    loop.call_soon(note, "soon")
    loop.call_later(0.1, note, "later")
    future = loop.create_future()
    future.add_done_callback(lambda f: note("callback 1"))
    var.set("main 2")
    future.add_done_callback(lambda f: note("callback 2"))
    own = contextvars.copy_context()
    own.run(var.set, "own")
    loop.call_soon(note, "soon in own", context=own)
    loop.call_at(loop.time() + 0.1, note, "at in own", context=own)
    future.add_done_callback(lambda f: note("callback in own"), context=own)

    async def task(name):
        note(name)
        await asyncio.sleep(0.1)
        note(name + " later")

    tasks = [loop.create_task(task("task")), loop.create_task(task("task in own"), context=own),
             asyncio.create_task(task("second in own"), context=own)]
    var.set("main 3")
    future.set_result(None)
    await asyncio.sleep(0.5)
    print(*log, sep="\n")
    print(var.get(), own[var], [t.done() for t in tasks])
    async with asyncio.TaskGroup() as group:
        var.set("in group")
        group.create_task(task("member"))
        group.create_task(task("member in own"), context=own)
    print(log[-4:])

    async def direct():
        var.set("direct")

    await direct()
    print(var.get())
    await asyncio.wait_for(direct_other(), 1)
    print(var.get())
    await asyncio.gather(direct_other())
    print(var.get())


async def direct_other():
    var.set("other")


var.set("before run")
asyncio.run(main())
print(var.get())
with asyncio.Runner() as runner:
    async def sets():
        var.set(var.get() + "+")
        return var.get()

    print(runner.run(sets()), runner.run(sets()), var.get())
    mine = contextvars.copy_context()
    print(runner.run(sets(), context=mine), mine[var], var.get())
