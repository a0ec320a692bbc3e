# The timer rings, and in the same turn somebody cancels the sleeper: the sleep is over, the cancel comes all the same.
import asyncio


async def sleeper():
    try:
        print("slept", await asyncio.sleep(1, "well"))
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
        raise
    await asyncio.sleep(5)
    print("not reached")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    loop.call_later(1, lambda: print("cancel asked:", task.cancel("now")))
    try:
        await task
    except asyncio.CancelledError:
        print("main saw it", task.cancelled(), loop.time())
    # The other way round: the cancel's timer was set first.
    loop.call_later(1, lambda: print("cancel asked:", task.cancel("first")))
    task = asyncio.create_task(sleeper())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main saw it", error.args, loop.time())


asyncio.run(main())
