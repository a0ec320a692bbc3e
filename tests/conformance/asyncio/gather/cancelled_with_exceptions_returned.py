# conformance: stderr
# gather(return_exceptions=True) that is cancelled itself; children that resist; errors that nobody looks at.
import asyncio


async def child(log, name, how):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log.append(f"{name} asked")
        if how == "swallows":
            return "swallowed"
        if how == "fails":
            raise ValueError(name)
        if how == "takes long":
            await asyncio.sleep(2)
            log.append(f"{name} over at {asyncio.get_running_loop().time():g}")
        raise


async def main():
    for flag in (True, False):
        for hows in (("plain", "plain"), ("swallows", "swallows"), ("fails", "plain"), ("takes long", "fails"), ("takes long", "swallows")):
            log = []
            names = [f"{how}{n}" for n, how in enumerate(hows)]
            children = [asyncio.create_task(child(log, name, how), name=name) for name, how in zip(names, hows)]

            async def waits():
                return await asyncio.gather(*children, return_exceptions=flag)

            outer = asyncio.create_task(waits(), name="outer")
            await asyncio.sleep(1)
            outer.cancel("stop")
            try:
                log.append(await outer)
            except BaseException as error:
                log.append((type(error).__name__, error.args))
            await asyncio.sleep(5)
            print(flag, log)
            del children, outer


asyncio.run(main())
