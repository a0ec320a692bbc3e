# cancelling() counts requests, uncancel() takes one back; it does not undo what is on its way.
import asyncio


async def stubborn():
    me = asyncio.current_task()
    for round in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print(round, error.args, me.cancelling(), "->", me.uncancel())
    print("left over", me.cancelling(), me.uncancel())
    return "survived"


async def main():
    task = asyncio.create_task(stubborn())
    for n in range(3):
        await asyncio.sleep(1)
        print("cancel", task.cancel(f"reason {n}"), task.cancelling())
    print(await task, task.cancelled(), task.cancelling())
    early = asyncio.create_task(stubborn())
    early.cancel()
    print("taken back", early.uncancel(), early.cancelling())
    try:
        await early
    except asyncio.CancelledError:
        print("but it was cancelled all the same", early.cancelled())


asyncio.run(main())
