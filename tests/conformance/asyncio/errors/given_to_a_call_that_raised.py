# When a call raises, the coroutine that it was given lives as long as the exception does: "never awaited" comes when that is over.
import asyncio
import warnings


def shown(message, category, filename, lineno, file=None, line=None):
    print(f"line {lineno}: {message}")


warnings.showwarning = shown
warnings.simplefilter("always", RuntimeWarning)


async def work():
    pass


def outside():
    for call in asyncio.create_task, asyncio.run_coroutine_threadsafe:
        try:
            call(work(), *([3] if call is asyncio.run_coroutine_threadsafe else []))
        except (RuntimeError, AttributeError) as error:
            print(type(error).__name__)
            print("handled")
        print("after")
    try:
        asyncio.create_task(work(), 3)
    except TypeError as error:
        print("no frame was made for it")
        print(error)


async def inside():
    try:
        await asyncio.wait_for(work(), "soon")
    except TypeError as error:
        print(error)
        print("handled")
    print("after")
    try:
        await asyncio.wait([work()])
    except TypeError as error:
        print(error)
        print("handled")
    print("after")
    try:
        await asyncio.sleep(work())
    except TypeError as error:
        print(error)
        print("handled")
    print("after")
    try:
        asyncio.run(work())
    except RuntimeError as error:
        print(error)
        print("handled")
    print("after")
    runner = asyncio.Runner()
    try:
        with runner:
            runner.run(work())
    except RuntimeError as error:
        print(error)
    print("after")


outside()
asyncio.run(inside())
