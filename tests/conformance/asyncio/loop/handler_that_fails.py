# conformance: stderr
# A handler that raises itself: both are told on stderr. And the default handler, called by hand.
import asyncio


def handler(loop, context):
    raise RuntimeError("in the handler")


def bad_callback():
    raise ValueError("callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.default_exception_handler({"message": "by hand", "b": [1], "a": "text"})
    loop.default_exception_handler({})
    loop.call_exception_handler({"message": "with exception", "exception": KeyError("k")})
    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "first"})
    loop.call_soon(bad_callback)
    await asyncio.sleep(0)
    print("main goes on")


asyncio.run(main())
