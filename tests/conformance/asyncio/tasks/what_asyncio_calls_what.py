# isfuture, iscoroutine, iscoroutinefunction and ensure_future for each kind of thing.
import asyncio
import functools
import inspect


async def coroutine_function():
    return 1


async def async_generator():
    yield 1


def generator():
    yield 1


class Awaitable:
    def __await__(self):
        return (yield from asyncio.sleep(0, "awaited").__await__())


class Callable:
    async def __call__(self):
        return 2


class WithMethods:
    async def method(self):
        return 3

    @staticmethod
    async def static():
        return 4

    @classmethod
    async def of_class(cls):
        return 5


async def main():
    loop = asyncio.get_running_loop()
    functions = {
        "coroutine function": coroutine_function, "async generator": async_generator, "generator": generator, "lambda": lambda: coroutine_function(),
        "partial": functools.partial(coroutine_function), "callable object": Callable(), "method": WithMethods().method,
        "static": WithMethods.static, "of class": WithMethods.of_class, "sleep": asyncio.sleep, "gather": asyncio.gather, "wait": asyncio.wait,
    }
    for name, function in functions.items():
        print(name, asyncio.iscoroutinefunction(function), inspect.iscoroutinefunction(function))
    coroutine, generated, agen = coroutine_function(), generator(), async_generator()
    task, future = loop.create_task(coroutine_function()), loop.create_future()
    things = {"coroutine": coroutine, "generator": generated, "async generator": agen, "anext": agen.__anext__(), "task": task, "future": future,
              "awaitable": Awaitable(), "number": 3, "class": asyncio.Future}
    for name, thing in things.items():
        print(name, asyncio.isfuture(thing), asyncio.iscoroutine(thing), inspect.isawaitable(thing))
    coroutine.close()
    things.clear()
    print(asyncio.ensure_future(task) is task, asyncio.ensure_future(future) is future)
    wrapped = asyncio.ensure_future(Awaitable())
    print(type(wrapped).__name__, await wrapped, await Awaitable())
    for wrong in (3, None, generated, coroutine_function):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            print(error)
    print(await asyncio.gather(Awaitable(), coroutine_function(), task), await asyncio.wait_for(Awaitable(), 1), await asyncio.shield(Awaitable()))
    future.cancel()


asyncio.run(main())
