# Futures that are done before; a future of another loop; gather outside of a loop.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    ready, failed, gone = loop.create_future(), loop.create_future(), loop.create_future()
    ready.set_result("ready")
    failed.set_exception(KeyError("failed"))
    gone.cancel("gone")
    print(await asyncio.gather(ready, failed, gone, return_exceptions=True))
    for pair in ((ready, failed), (gone, failed), (ready, ready)):
        try:
            print(await asyncio.gather(*pair))
        except BaseException as error:
            print(repr(error))
    other = asyncio.new_event_loop()
    foreign = other.create_future()
    try:
        asyncio.gather(ready, foreign)
    except ValueError as error:
        print(error)

    async def waits(future):
        await future

    try:
        await waits(foreign)
    except RuntimeError as error:
        print(str(error).split(" got ")[0].split(" coro=")[0], "...", str(error).split("> ")[-1])
    foreign.cancel()
    other.close()


asyncio.run(main())
try:
    asyncio.gather(asyncio.sleep(1))
except RuntimeError as error:
    print(error)
