# conformance: stderr
# An async generator whose cleanup fails when asyncio.run closes it, and one that yields again.
import asyncio


async def fails():
    try:
        yield 1
    finally:
        raise ValueError("in cleanup")


async def goes_on():
    try:
        yield 1
    except GeneratorExit:
        yield 2


keep = []


async def main(make):
    generator = make()
    keep.append(generator)
    print(await anext(generator))


for make in (fails, goes_on):
    try:
        asyncio.run(main(make))
    except BaseException as error:
        print(type(error).__name__, error)
print("end")
