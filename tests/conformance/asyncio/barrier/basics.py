# The last to arrive goes on first, with the highest index; a barrier can be used again.
import asyncio


async def runner(n, barrier, log):
    await asyncio.sleep(n)
    index = await barrier.wait()
    log.append((n, index, asyncio.get_running_loop().time()))


async def main():
    barrier, log = asyncio.Barrier(3), []
    print(barrier.parties, barrier.n_waiting, barrier.broken, repr(barrier).split("[")[1])
    tasks = [asyncio.create_task(runner(n, barrier, log)) for n in (1, 2, 3, 4, 5, 6)]
    await asyncio.sleep(2.5)
    print(barrier.n_waiting, repr(barrier).split("[")[1])
    await asyncio.gather(*tasks)
    print(log)
    one = asyncio.Barrier(1)
    print(await one.wait(), await one.wait())
    async with one as position:
        print("alone", position)
    for wrong in (0, -1, "2"):
        try:
            asyncio.Barrier(wrong)
        except (ValueError, TypeError) as error:
            print(error)


asyncio.run(main())
