# await is an expression: in conditions, arguments, comparisons, f-strings, returns and comprehensions.
import asyncio


async def get(value, seconds=0.1):
    await asyncio.sleep(seconds)
    print("got", value)
    return value


async def never():
    print("never printed")


async def main():
    if await get(0) or await get(2) > 1:
        print("taken")
    print(await get(1) + await get(2) * await get(3), f"{await get('x')!r:>5}", -(await get(5)))
    print((await get([1, 2]))[0], (await get("text")).upper(), [*(await get("ab"))])
    total = 0
    for n in await get([1, 2]):
        total += await get(n)
    print(total, await get(False) and await never(), 1 < await get(2) < await get(1) < 5)
    while (n := await get(total)) > 1:
        total -= 1
    print(n, await get(7) if await get(True) else await never(), {await get("k"): await get("v")})
    value = lambda: get("from lambda")
    return await value()


print(asyncio.run(main()))
