# A gather within a gather; the order of steps among both.
import asyncio


async def step(name, seconds):
    print("start", name)
    await asyncio.sleep(seconds)
    print("end", name, asyncio.get_running_loop().time())
    return name


async def group(name, *seconds):
    print("group", name)
    results = await asyncio.gather(*(step(f"{name}{i}", s) for i, s in enumerate(seconds)))
    print("group over", name)
    return results


async def main():
    print(await asyncio.gather(group("a", 1, 2), step("x", 1), asyncio.gather(step("y", 2), step("z", 1)), group("b")))
    inner = asyncio.gather(step("p", 1), step("q", 0))
    print("made, not started")
    await asyncio.sleep(0.5)
    print(await inner, inner.done())


asyncio.run(main())
