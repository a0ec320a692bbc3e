# conformance: stderr
# asyncio.run(main) instead of asyncio.run(main()).
import asyncio


async def main():
    print("never printed")


print("start")
asyncio.run(main)
