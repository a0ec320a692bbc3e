# conformance: stderr
# An exception nobody asked for is reported when the last reference to its task goes.
import asyncio


async def fail(text):
    await asyncio.sleep(1)
    raise ValueError(text)


async def main():
    asyncio.create_task(fail("dropped"))
    kept = asyncio.create_task(fail("kept"), name="Kept")
    await asyncio.sleep(2)
    print("both failed, main goes on", kept.done())
    del kept
    print("end of main")


asyncio.run(main())
print("after run")
