# KeyboardInterrupt and SystemExit raised in tasks, callbacks and main leave the loop at once.
import asyncio
import sys


async def raises(error):
    await asyncio.sleep(1)
    raise error


async def main(error, where):
    loop = asyncio.get_running_loop()
    try:
        if where == "task":
            task = asyncio.create_task(raises(error))
        elif where == "callback":
            def callback():
                raise error
            loop.call_later(1, callback)
        else:
            await raises(error)
        await asyncio.sleep(5)
        print("not reached")
    except asyncio.CancelledError:
        print("main is cancelled", where)
        raise
    finally:
        print("main's finally", where, loop.time())


for error in (KeyboardInterrupt("k"), SystemExit(3)):
    for where in ("task", "callback", "main"):
        try:
            asyncio.run(main(error, where))
        except BaseException as caught:
            print(repr(caught))
sys.exit("the end")
