# A __repr__ that cancels the handle which is shown.
import asyncio


class Cancels:
    handle = None

    def __repr__(self):
        if self.handle is not None:
            self.handle.cancel()
        return "cancels"


async def main():
    loop = asyncio.get_running_loop()
    argument = Cancels()
    argument.handle = loop.call_soon(print, argument, [1])
    print("print" in repr(argument.handle), repr(argument.handle))
    other = Cancels()
    other.handle = loop.call_later(1, print, other, [1])
    print("print" in repr(other.handle), other.handle.cancelled())
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
