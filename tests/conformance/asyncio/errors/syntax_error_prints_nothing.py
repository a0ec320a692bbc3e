# conformance: stderr
# A syntax error far down: nothing before it runs.
import asyncio

print("never printed")


async def main():
    await asyncio.sleep(1)
    print("unfinished"


asyncio.run(main())
