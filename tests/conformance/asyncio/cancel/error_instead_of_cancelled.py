# conformance: stderr
# A task that answers its cancellation with an error of its own, with a return value, or with another CancelledError.
import asyncio


async def answers(how):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as error:
        if how == "error":
            raise ValueError("instead")
        if how == "chained":
            raise KeyError("because") from error
        if how == "return":
            return "fine"
        if how == "new one":
            raise asyncio.CancelledError("a new one", 2)
        if how == "exit":
            raise asyncio.TimeoutError("late")
        raise


async def main():
    for how in ("error", "chained", "return", "new one", "exit", "same"):
        task = asyncio.create_task(answers(how), name=how)
        await asyncio.sleep(1)
        print(task.cancel("from outside"), task.cancelling())
        try:
            print(how, "gave", await task)
        except BaseException as error:
            print(how, type(error).__name__, error.args, type(error.__cause__).__name__, type(error.__context__).__name__)
        print(task, task.cancelled())
    lost = asyncio.create_task(answers("error"), name="lost")
    await asyncio.sleep(1)
    lost.cancel()
    await asyncio.sleep(1)
    del lost
    print("end")


asyncio.run(main())
