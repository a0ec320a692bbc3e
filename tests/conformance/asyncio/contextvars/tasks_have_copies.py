# Each task runs in a copy of its maker's context; what it sets is its own; callbacks run in the context of who set them.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="unset")


async def child(name, log):
    log.append((name, "sees", var.get()))
    var.set(name)
    await asyncio.sleep(1)
    log.append((name, "keeps", var.get()))
    await grandchild(log)
    await asyncio.create_task(grandchild(log))


async def grandchild(log):
    log.append(("grandchild sees", var.get()))
    var.set("by grandchild of " + var.get()[:5])


async def main():
    log = []
    var.set("main")
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(child(name, log)) for name in ("first", "second")]
    loop.call_soon(lambda: log.append(("callback sees", var.get())))
    loop.call_later(0.5, lambda: log.append(("timer sees", var.get())))
    tasks[0].add_done_callback(lambda t: log.append(("done callback sees", var.get())))
    var.set("main later")
    tasks[1].add_done_callback(lambda t: (log.append(("second one sees", var.get())), var.set("nobody hears this")))
    await asyncio.gather(*tasks)
    await asyncio.sleep(0)
    for line in log:
        print(*line)
    print(var.get())


asyncio.run(main())
print(var.get())
