# A thread that waits for a task and a task that waits for a thread, by call_soon_threadsafe, run_coroutine_threadsafe and an Event.
import asyncio
import threading
import time


async def main():
    loop = asyncio.get_running_loop()
    ready, log = asyncio.Event(), []
    go = threading.Event()

    async def served(n):
        await asyncio.sleep(0.5)
        if n == 2:
            raise KeyError(n)
        return n * 10

    def thread():
        go.wait()
        log.append(("thread begins", loop.time()))
        loop.call_soon_threadsafe(ready.set)
        for n in (1, 2):
            future = asyncio.run_coroutine_threadsafe(served(n), loop)
            try:
                log.append(("thread got", future.result(), loop.time()))
            except KeyError as error:
                log.append(("thread caught", error.args, loop.time()))
        future = asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)
        try:
            future.result(timeout=0.25)
        except TimeoutError:
            log.append(("thread waits no longer", future.cancel(), loop.time()))
        time.sleep(1)
        log.append(("thread ends", loop.time()))

    worker = threading.Thread(target=thread)
    worker.start()
    await asyncio.sleep(1)
    go.set()
    await ready.wait()
    log.append(("main knows", loop.time()))
    await asyncio.to_thread(worker.join)
    print(*log, sep="\n")
    print(len(asyncio.all_tasks()), loop.time())


asyncio.run(main())
