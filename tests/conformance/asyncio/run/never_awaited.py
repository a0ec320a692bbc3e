# conformance: stderr
# A coroutine that is dropped without an await warns where its last reference goes, and never runs.
import asyncio


async def boil(what):
    print("never printed", what)


async def main():
    boil("egg")
    print("after the forgotten await")
    kept = boil("tea")
    await asyncio.sleep(1)
    kept = None
    print("after the second")


asyncio.run(main())
boil("outside")
print("end")
