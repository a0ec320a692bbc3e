# The machinery below asyncio, as it is taught: a loop by hand over coroutines that await generators (types.coroutine).
import inspect
import types
from collections import deque


@types.coroutine
def switch():
    yield "switch"


@types.coroutine
def ask(question):
    answer = yield ("ask", question)
    return answer


async def worker(name, rounds):
    for i in range(rounds):
        print(name, i)
        await switch()
    return f"{name} is done, {await ask(name)}"


class Loop:
    def __init__(self):
        self.ready = deque()

    def run(self, *coroutines):
        self.ready.extend((coroutine, None) for coroutine in coroutines)
        while self.ready:
            coroutine, value = self.ready.popleft()
            try:
                asked = coroutine.send(value)
            except StopIteration as stop:
                print("result:", stop.value)
            else:
                self.ready.append((coroutine, f"hello {asked[1]}" if isinstance(asked, tuple) else None))


Loop().run(worker("Ann", 2), worker("Bob", 3))


@types.coroutine
def through(coroutine):
    print("through", (yield from coroutine))


async def inner():
    await switch()
    return "inner's"


async def outer():
    await through(inner())

steps = outer()
print(steps.send(None))
try:
    steps.send(None)
except StopIteration:
    print("over")


def plain():
    yield 1


async def wrong():
    await plain()


try:
    wrong().send(None)
except TypeError as error:
    print(error)


def from_plain(coroutine):
    yield from coroutine


left = inner()
try:
    next(from_plain(left))
except TypeError as error:
    print(error)
left.close()


@types.coroutine
def no_generator(value):
    return value


made = no_generator(inner())
print(inspect.iscoroutine(made), inspect.isawaitable(switch()), inspect.isawaitable(plain()), inspect.iscoroutinefunction(switch), switch.__name__)
made.close()
print(types.coroutine(inner) is inner, bool(switch.__code__.co_flags & inspect.CO_ITERABLE_COROUTINE), no_generator.__name__)
try:
    types.coroutine(5)
except TypeError as error:
    print(error)


class Yielder:
    def __await__(self):
        got = yield "waiting"
        return got * 2


async def uses():
    return await Yielder() + await ask("x")

using = uses()
print(using.send(None), using.send(4))
try:
    using.send(1)
except StopIteration as stop:
    print(stop.value)
