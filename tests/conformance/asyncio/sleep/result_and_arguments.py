# sleep gives back its second argument; a wrong argument is an error when it is awaited.
import asyncio


async def main():
    print(await asyncio.sleep(1, "result"), await asyncio.sleep(0), await asyncio.sleep(0, result=[1]))
    print(asyncio.get_running_loop().time())
    for wrong in ("1", None, []):
        try:
            await asyncio.sleep(wrong)
        except TypeError as error:
            print(error)
    await asyncio.sleep(True)
    await asyncio.sleep(1e-9)
    await asyncio.sleep(0.000_000_25)
    print(asyncio.get_running_loop().time())
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.1)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
