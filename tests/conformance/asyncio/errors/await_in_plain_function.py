# conformance: stderr
import asyncio


def wrong():
    await asyncio.sleep(1)


asyncio.run(wrong())
