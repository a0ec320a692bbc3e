import asyncio


async def make_coffee():
    await asyncio.sleep(1.0)
    return "coffee"


async def make_sandwich():
    await asyncio.sleep(1.5)
    return "sandwich"


async def squeeze_juice():
    await asyncio.sleep(0.8)
    return "juice"


async def main():
    coffee = await make_coffee()
    sandwich = await make_sandwich()
    juice = await squeeze_juice()
    print(f"here are {coffee}, {sandwich} and {juice}")


asyncio.run(main())
