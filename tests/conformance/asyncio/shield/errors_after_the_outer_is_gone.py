# conformance: stderr
# shield(): the outer is cancelled or dropped, the inner fails, is cancelled, or goes on; what the loop is told.
import asyncio


async def inner(how):
    await asyncio.sleep(1)
    if how == "fails":
        raise ValueError("inner")
    if how == "cancels itself":
        asyncio.current_task().cancel()
        await asyncio.sleep(0)
    return "inner's"


async def outer(task):
    return await asyncio.shield(task)


async def main():
    loop = asyncio.get_running_loop()
    for how in ("returns", "fails", "cancels itself"):
        for at in (None, 0.5, 1):
            task = asyncio.create_task(inner(how), name=how)
            around = asyncio.create_task(outer(task), name="around")
            if at is not None:
                loop.call_later(at, around.cancel)
            try:
                result = await around
            except BaseException as error:
                result = repr(error)
            await asyncio.sleep(2)
            print(how, at, result, task.done(), task.cancelled(), around.cancelled())
            del task, around
    done = loop.create_future()
    done.set_result(1)
    print(asyncio.shield(done) is done, await asyncio.shield(done))
    pending = loop.create_future()
    shielded = asyncio.shield(pending)
    print(shielded is pending, shielded.cancel(), pending.cancelled(), pending.done())
    pending.set_exception(KeyError("nobody listens"))
    await asyncio.sleep(0)
    del pending, shielded
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
