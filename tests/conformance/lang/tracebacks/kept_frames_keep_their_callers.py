# An exception that is kept keeps the frames of its traceback, and through them those that called: what their locals hold lives as long.
import asyncio


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  gone:", self.name)


def inner():
    try:
        1 / 0
    except ZeroDivisionError as error:
        return error


def outer():
    held = Held("outer's")
    return inner()


error = outer()
print("outer has returned")
del error
print("the error is gone")


def no_locals():
    try:
        raise KeyError
    except KeyError as error:
        return error


def through_no_locals():
    return no_locals()


def outermost():
    held = Held("outermost's")
    return through_no_locals()


error = outermost()
print("outermost has returned")
del error


def first():
    held = Held("a generator's")
    yield inner()


error = next(first())
print("the generator went, and its frame is what inner went back to")
del error


def second():
    yield next(third())


def third():
    try:
        1 / 0
    except ZeroDivisionError as error:
        yield error


def calls_generators():
    held = Held("a generator's caller's")
    return next(second())


error = calls_generators()
print("a generator's frame goes back to none")
del error


class Broken:
    def __init__(self):
        held = Held("init's")
        self.error = inner()


broken = Broken()
print("__init__ has returned")
broken.error = None
print("broken.error is None")


def sort_key(value):
    try:
        int("x")
    except ValueError as error:
        kept.append(error)
    return value


def sorts():
    held = Held("the sorter's")
    return sorted([1], key=sort_key)


kept = []
sorts()
print("sorts has returned")
kept.clear()


async def step():
    held = Held("the coroutine's")
    kept.append(inner())


async def main():
    held = Held("main's")
    await step()
    print("step has returned")
    kept.clear()
    print("cleared")


asyncio.run(main())
print("end")
