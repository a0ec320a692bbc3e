# A pool of processes: results in order, map with chunks, and calls that overlap because each process has its own lock.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, as_completed, wait


def square(n):
    return n * n


def nap(seconds):
    time.sleep(seconds)
    return seconds


def pair(a, b=0, *, c=0):
    return a, b, c


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=2) as pool:
        print(await asyncio.gather(*[loop.run_in_executor(pool, square, n) for n in range(5)]), loop.time())
        print(await asyncio.gather(*[loop.run_in_executor(pool, nap, s) for s in (0.3, 0.1, 0.1)]), loop.time())
        task = asyncio.create_task(asyncio.sleep(0.2))
        await loop.run_in_executor(pool, nap, 0.5)
        print("meanwhile done:", task.done(), loop.time())


if __name__ == "__main__":
    asyncio.run(main())
    with ProcessPoolExecutor(3) as pool:
        print(list(pool.map(square, range(7))), list(pool.map(pair, [1, 2, 3], "ab")), list(pool.map(square, range(7), chunksize=3)))
        futures = [pool.submit(nap, s) for s in (0.3, 0.1, 0.2)]
        print([future.result() for future in as_completed(futures)])
        print(pool.submit(pair, 1, c=3).result(), pool.submit(len, [1, 2]).result(), pool.submit(sorted, [3, 1], reverse=True).result())
        done, rest = wait([pool.submit(nap, 1), pool.submit(nap, 2)], timeout=1.5)
        print(len(done), len(rest))
        started = time.monotonic()
        for value in pool.map(nap, [0.2, 0.2, 0.2, 0.2], timeout=5):
            print(value, round(time.monotonic() - started, 3))
    print(time.monotonic() - started < 5)
