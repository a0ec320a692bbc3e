# try, finally, loops and with, with awaits in every place.
import asyncio


async def step(name, error=None):
    await asyncio.sleep(1)
    print(name, asyncio.get_running_loop().time())
    if error:
        raise error


async def attempt(n):
    try:
        await step("try", KeyError(n) if n else None)
    except KeyError as error:
        await step("except")
        if n == 2:
            raise RuntimeError("from except") from error
        return "handled"
    else:
        await step("else")
        return "fine"
    finally:
        await step("finally")


async def main():
    for n in range(3):
        try:
            print(await attempt(n))
        except RuntimeError as error:
            print(error, repr(error.__cause__), repr(error.__context__))
    for n in range(3):
        try:
            if n == 1:
                continue
            if n == 2:
                break
        finally:
            await step(f"loop {n}")


asyncio.run(main())
