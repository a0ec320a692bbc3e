# Futures: set twice, asked too early, wrong exceptions, awaited by none.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for question in (future.result, future.exception):
        try:
            question()
        except asyncio.InvalidStateError as error:
            print(error)
    for wrong in (StopIteration, StopIteration("x"), 3, int):
        try:
            future.set_exception(wrong)
        except TypeError as error:
            print(error)
    future.set_result(1)
    for again in (lambda: future.set_result(2), lambda: future.set_exception(ValueError)):
        try:
            again()
        except asyncio.InvalidStateError as error:
            print(error)
    print(future.cancel(), future.result(), future.exception())
    bad = loop.create_future()
    bad.set_exception(ValueError)
    print(repr(bad.exception()))
    for _ in range(2):
        try:
            await bad
        except ValueError as error:
            print("awaited", repr(error))
    gone = loop.create_future()
    print(gone.cancel("msg"), gone.cancelled(), gone.done())
    for question in (gone.result, gone.exception):
        try:
            question()
        except asyncio.CancelledError as error:
            print(repr(error))
    try:
        gone.set_result(1)
    except asyncio.InvalidStateError as error:
        print(error)
    for wrong in (lambda: asyncio.Future(1), lambda: future.cancel(1, 2), lambda: future.set_result(), lambda: future.result(1)):
        try:
            wrong()
        except TypeError as error:
            print(error)
    try:
        future.nothing
    except AttributeError as error:
        print(error)


asyncio.run(main())
