# run_in_executor with a pool of one's own: more calls than workers, errors, cancelled waits, and a pool that was shut down.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(1)
    if n == 3:
        raise ValueError(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        futures = [loop.run_in_executor(pool, work, n) for n in range(5)]
        print(await asyncio.gather(*futures, return_exceptions=True), loop.time())
        waits = [asyncio.create_task(asyncio.wait_for(loop.run_in_executor(pool, work, n), 1.5)) for n in range(4)]
        print([repr(result) for result in await asyncio.gather(*waits, return_exceptions=True)], loop.time())
    print("pool is over at", loop.time())
    try:
        loop.run_in_executor(pool, work, 1)
    except RuntimeError as error:
        print(error)
    first = loop.run_in_executor(None, work, 1)
    second = asyncio.to_thread(work, 2)
    done, pending = await asyncio.wait([first, asyncio.create_task(second)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), loop.time())
    for wrong in (lambda: loop.set_default_executor(3),):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
