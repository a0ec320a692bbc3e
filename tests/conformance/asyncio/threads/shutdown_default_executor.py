# shutdown_default_executor waits without stopping the loop; afterwards the default pool refuses.
import asyncio
import time


async def ticker():
    while True:
        await asyncio.sleep(0.4)
        print("tick", time.monotonic())


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(ticker())
    future = loop.run_in_executor(None, time.sleep, 1)
    await loop.shutdown_default_executor()
    print("shut", future.done(), time.monotonic())
    for call in (lambda: loop.run_in_executor(None, time.sleep, 1), lambda: asyncio.to_thread(time.sleep, 1)):
        try:
            await call()
        except RuntimeError as error:
            print(error)
    task.cancel()


asyncio.run(main())
