# conformance: stderr
# What becomes of a shielded task: fails, is cancelled, ends after its shield was cancelled.
import asyncio


async def work(how):
    await asyncio.sleep(1)
    if how == "fails":
        raise ValueError("inner")
    return how


async def main():
    for how in ("ends", "fails", "cancelled"):
        task = asyncio.create_task(work(how))
        shield = asyncio.shield(task)
        if how == "cancelled":
            task.cancel("inner cancelled")
        try:
            print(how, await shield)
        except BaseException as error:
            print(how, repr(error), shield.cancelled(), shield.done())
    for how in ("ends", "fails"):
        task = asyncio.create_task(work(how))
        shield = asyncio.shield(task)
        await asyncio.sleep(0.5)
        print(shield.cancel("outer"), shield.cancelled(), task.cancelled())
        await asyncio.sleep(1)
        print(task.done())
        del task, shield
    print("the second one's exception is nobody's")
    for wrong in (lambda: asyncio.shield(), lambda: asyncio.shield(3)):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
