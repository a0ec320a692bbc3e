# asyncio.Task called directly, and what it refuses; a subclass of Task; a task over a plain generator.
import asyncio


class Loud(asyncio.Task):
    def __init__(self, *args, **kwargs):
        print("made")
        super().__init__(*args, **kwargs)
        self.extra = "kept"

    def cancel(self, msg=None):
        print("cancel", msg)
        return super().cancel(msg)


async def work():
    await asyncio.sleep(1)
    return "done"


def old_style():
    yield
    return "from a generator"


async def main():
    loud = Loud(work(), name="loud")
    print(isinstance(loud, asyncio.Task), isinstance(loud, asyncio.Future), loud.extra, await loud)
    other = Loud(work())
    waiter = asyncio.create_task(asyncio.wait_for(other, 0.5))
    try:
        await waiter
    except TimeoutError:
        print("timed out", other.cancelled())
    print(await asyncio.Task(old_style()), asyncio.iscoroutine(old_style()))
    for wrong in (3, work, asyncio.sleep, None):
        try:
            asyncio.Task(wrong)
        except TypeError as error:
            print(str(error).split(" at 0x")[0])
    try:
        asyncio.Task()
    except TypeError as error:
        print(error)


asyncio.run(main())
