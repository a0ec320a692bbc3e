# How tasks and futures show themselves: pending, waiting, cancelling, finished, failed, cancelled; callbacks and long results cut.
import asyncio


async def sleeper():
    await asyncio.sleep(1)


async def worker(task):
    await task


async def failing():
    raise ValueError("a", 1)


async def returning(value):
    return value


def on_done(task):
    pass


async def main():
    pending = asyncio.create_task(returning(1), name="fresh")
    print(pending)
    await pending
    print(pending)
    waited = asyncio.create_task(sleeper(), name="waited")
    waiting = asyncio.create_task(worker(waited), name="waiting")
    await asyncio.sleep(0)
    print(str(waiting).replace("tasks.py", "x.py").split(" cb=")[0].split("wait_for=")[0])
    waiting.cancel()
    print(str(waiting).split(" wait_for=")[0], waiting.cancelling())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(waiting)
    bad = asyncio.create_task(failing(), name="bad")
    bad.add_done_callback(on_done)
    bad.add_done_callback(print.__class__)
    print(bad)
    await asyncio.wait([bad])
    print(bad)
    bad.exception()
    for value in ("x" * 100, list(range(100)), 10**60, {n: n for n in range(9)}, "short", None, ["y" * 99]):
        print(await_repr(await finished(value)))


async def finished(value):
    task = asyncio.ensure_future(returning(value))
    await task
    return task


def await_repr(task):
    return repr(task).split("result=")[1]


asyncio.run(main())
