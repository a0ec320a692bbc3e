import asyncio


async def make_coffee():
    await asyncio.sleep(1.0)
    print("coffee is ready")
    return "coffee"


async def make_sandwich():
    await asyncio.sleep(0.5)
    print("sandwich is ready")
    return "sandwich"


async def main():
    coffee, sandwich = await asyncio.gather(
        make_coffee(),
        make_sandwich(),
    )
    print(f"enjoy your {coffee} and {sandwich}")


asyncio.run(main())
