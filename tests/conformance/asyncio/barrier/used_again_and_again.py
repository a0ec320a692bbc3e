# One barrier for several rounds with more tasks than places; `async with`; abort in the middle; parties checked.
import asyncio


async def runner(barrier, log, name, rounds):
    for n in range(rounds):
        async with barrier as place:
            log.append((n, name, place, asyncio.get_running_loop().time()))
        await asyncio.sleep(name * 0.1)


async def main():
    barrier, log = asyncio.Barrier(3), []
    await asyncio.gather(*(runner(barrier, log, n, 2) for n in range(3)))
    print(*log, sep="\n")
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    for wrong in (0, -1):
        try:
            asyncio.Barrier(wrong)
        except ValueError as error:
            print(error)

    async def waits(name):
        try:
            return name, await barrier.wait()
        except asyncio.BrokenBarrierError as error:
            return name, repr(error)

    tasks = [asyncio.create_task(waits(n)) for n in "ab"]
    await asyncio.sleep(1)
    await barrier.abort()
    print(await asyncio.gather(*tasks), barrier.broken)
    print(await waits("late"))
    await barrier.reset()
    print(barrier.broken, await asyncio.gather(*(waits(n) for n in "xyz")))
    tasks = [asyncio.create_task(waits(n)) for n in "de"]
    await asyncio.sleep(1)
    await barrier.reset()
    print(await asyncio.gather(*tasks), barrier.broken, barrier.n_waiting)


asyncio.run(main())
