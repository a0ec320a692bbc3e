# abort() breaks it for all; reset() throws out who waits and starts anew; a cancelled waiter just leaves.
import asyncio


async def party(n, barrier, log):
    try:
        log.append((n, await barrier.wait()))
    except asyncio.BrokenBarrierError as error:
        log.append((n, "broken", str(error)))
    except asyncio.CancelledError:
        log.append((n, "cancelled"))
        raise


async def main():
    barrier, log = asyncio.Barrier(3), []
    tasks = [asyncio.create_task(party(n, barrier, log)) for n in range(2)]
    await asyncio.sleep(1)
    tasks[0].cancel()
    await asyncio.sleep(1)
    print(log, barrier.n_waiting)
    await barrier.reset()
    await asyncio.sleep(1)
    print(log, barrier.n_waiting, barrier.broken)
    tasks = [asyncio.create_task(party(n, barrier, log)) for n in range(3, 6)]
    await asyncio.gather(*tasks)
    print(log[2:])
    log.clear()
    tasks = [asyncio.create_task(party(n, barrier, log)) for n in range(6, 8)]
    await asyncio.sleep(1)
    await barrier.abort()
    await asyncio.gather(*tasks)
    await party(9, barrier, log)
    print(log, barrier.broken, repr(barrier).split("[")[1])
    await barrier.reset()
    print(barrier.broken, barrier.n_waiting, issubclass(asyncio.BrokenBarrierError, RuntimeError))


asyncio.run(main())
