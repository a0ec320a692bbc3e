# A consumer that is cancelled in the generator's await, and one that waits outside of it.
import asyncio


async def source(log):
    try:
        for n in range(10):
            await asyncio.sleep(1)
            yield n
    except asyncio.CancelledError:
        log.append("cancelled in the generator")
        raise
    finally:
        log.append(f"generator leaves at {asyncio.get_running_loop().time()}")


async def consumer(log, pause):
    async for n in source(log):
        log.append(n)
        await asyncio.sleep(pause)


async def main():
    for pause in (0, 5):
        log = []
        task = asyncio.create_task(consumer(log, pause))
        await asyncio.sleep(2.5)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            log.append("task cancelled")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(pause, log)


asyncio.run(main())
