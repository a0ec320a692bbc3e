import asyncio


async def make_coffee():
    print("coffee is ordered")
    await asyncio.sleep(1.0)
    print("coffee is ready")


async def main():
    await make_coffee()


asyncio.run(main())
