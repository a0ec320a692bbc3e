# A future of one's own class: its methods are used.
import asyncio


class Promise(asyncio.Future):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def set_result(self, result):
        print(self.name, "gets", result)
        super().set_result(result)

    def cancel(self, msg=None):
        print(self.name, "cancel", msg)
        return super().cancel(msg)

    def __await__(self):
        print(self.name, "is awaited")
        result = yield from super().__await__()
        return result, self.name


async def waits(promise):
    return await promise


async def main():
    loop = asyncio.get_running_loop()
    promise = Promise("p")
    loop.call_later(1, promise.set_result, 5)
    print(await promise, promise.result())
    other = Promise("q")
    task = asyncio.create_task(waits(other))
    await asyncio.sleep(0)
    task.cancel("stop")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), other.cancelled())
    third = Promise("r")
    loop.call_soon(third.set_result, 1)
    print(await asyncio.gather(third), await asyncio.wait_for(third, 1), await asyncio.shield(third))

    class Lazy(asyncio.Future):
        def __init__(self):
            pass

    lazy = Lazy()
    for use in (lambda: lazy.get_loop(), lambda: lazy.set_result(1), lambda: lazy.add_done_callback(print), lambda: lazy.cancel()):
        try:
            use()
        except RuntimeError as error:
            print(error)
    try:
        await lazy
    except RuntimeError as error:
        print(error)


asyncio.run(main())
