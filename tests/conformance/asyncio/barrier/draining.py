# Who comes while a barrier empties waits for the next round.
import asyncio


async def party(n, barrier, log):
    for round in range(2):
        index = await barrier.wait()
        log.append(f"{n}.{round}:{index}")


async def main():
    barrier, log = asyncio.Barrier(2), []
    await asyncio.gather(*(party(n, barrier, log) for n in range(4)))
    print(log)
    log.clear()
    async with asyncio.TaskGroup() as group:
        for n in range(6):
            group.create_task(party(n, asyncio.Barrier(1) if n > 3 else barrier, log))
    print(log)


asyncio.run(main())
