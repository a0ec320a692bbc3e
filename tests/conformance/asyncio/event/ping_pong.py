# Two tasks that take turns by two events.
import asyncio


async def player(name, mine, other, log, rounds):
    for n in range(rounds):
        await mine.wait()
        mine.clear()
        log.append(f"{name}{n}")
        if n == 1:
            await asyncio.sleep(1)
        other.set()


async def main():
    ping, pong, log = asyncio.Event(), asyncio.Event(), []
    ping.set()
    await asyncio.gather(player("ping", ping, pong, log, 4), player("pong", pong, ping, log, 4))
    print(log, asyncio.get_running_loop().time())


asyncio.run(main())
