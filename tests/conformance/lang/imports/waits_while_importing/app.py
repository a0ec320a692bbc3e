import asyncio
import time


async def main():
    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    return "two seconds"


time.sleep(0.5)
result = asyncio.run(main())
