# Handles run first in, first out; timers by deadline; call_later(0) after what is ready already.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    say = lambda text: print(text, loop.time())
    loop.call_later(1, say, "later 1")
    loop.call_later(0.5, say, "later 0.5")
    loop.call_later(0, say, "later 0")
    loop.call_soon(say, "soon a")
    loop.call_soon(loop.call_soon, say, "soon from soon")
    loop.call_soon(say, "soon b")
    loop.call_at(1, say, "at 1, set after later 1")
    dropped = loop.call_later(0.75, say, "never printed")
    dropped.cancel()
    print("main waits", dropped.cancelled())
    await asyncio.sleep(0)
    print("main has had one turn")
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
