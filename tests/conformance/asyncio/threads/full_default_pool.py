# The default pool has 32 workers: the 33rd call waits, and an asyncio.sleep does not.
import asyncio
import time
from collections import Counter


def work():
    time.sleep(1)
    return time.monotonic()


async def main():
    calls = [asyncio.to_thread(work) for _ in range(70)]
    sleeping = asyncio.create_task(asyncio.sleep(0.5, "slept"))
    gathered = asyncio.gather(*calls)
    print(await sleeping, time.monotonic())
    print(sorted(Counter(await gathered).items()), time.monotonic())


asyncio.run(main())
