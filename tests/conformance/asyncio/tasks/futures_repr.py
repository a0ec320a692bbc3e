# Futures: pending, with one, two and many callbacks, finished, cancelled.
import asyncio


def one(future):
    pass


def two(future):
    pass


class Box:
    def three(self, future):
        pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    future.add_done_callback(one)
    print(future)
    future.add_done_callback(Box().three)
    print(future)
    for _ in range(3):
        future.add_done_callback(two)
    print(future)
    future.set_result({"a": [1, 2]})
    print(future)
    gone = asyncio.Future()
    gone.cancel("msg")
    print(gone, repr(gone.cancelled()))
    bad = asyncio.Future(loop=loop)
    bad.set_exception(KeyError("k"))
    print(bad, repr(bad.exception()))
    nested = loop.create_future()
    nested.set_result([nested])
    print(nested)


class MyFuture(asyncio.Future):
    pass


async def named():
    future = MyFuture()
    print(future)
    future.set_result(1)
    print(future, await future)


asyncio.run(main())
asyncio.run(named())
