# Debug mode looks at callbacks before they are scheduled, and notes where things were made.
import asyncio


async def coroutine_function():
    pass


async def main():
    loop = asyncio.get_running_loop()
    coroutine = coroutine_function()
    for wrong in (coroutine, coroutine_function, 3):
        for method in (loop.call_soon, lambda c: loop.call_later(1, c), lambda c: loop.call_at(1, c)):
            try:
                method(wrong)
            except TypeError as error:
                print(str(error).split(" at 0x")[0])
    coroutine.close()
    loop.set_debug(False)
    handle = loop.call_later(1, lambda: None)
    loop.set_debug(True)
    handle.cancel()
    print(loop.get_debug(), handle.cancelled())


asyncio.run(main(), debug=True)
