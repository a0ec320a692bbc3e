# operations: 200000
# Two tasks wake one another by two events.
import asyncio


async def player(mine, other):
    for _ in range(100_000):
        await mine.wait()
        mine.clear()
        other.set()


async def main():
    ping, pong = asyncio.Event(), asyncio.Event()
    ping.set()
    await asyncio.gather(player(ping, pong), player(pong, ping))


asyncio.run(main())
print("done")
