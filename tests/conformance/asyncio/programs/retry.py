# Retrying with growing pauses, a closure that fails twice, and a give-up.
import asyncio


class GaveUp(Exception):
    pass


def flaky(failures):
    left = failures

    async def call():
        nonlocal left
        await asyncio.sleep(0.1)
        if left > 0:
            left -= 1
            raise ConnectionError(f"{left} more")
        return "answer"

    return call


async def retry(call, attempts, pause=0.5):
    for attempt in range(1, attempts + 1):
        try:
            return await call()
        except ConnectionError as error:
            print(f"attempt {attempt}: {error} at {asyncio.get_running_loop().time():.2f}")
            if attempt == attempts:
                raise GaveUp(attempts) from error
            await asyncio.sleep(pause * 2 ** (attempt - 1))


async def main():
    print(await retry(flaky(2), 5))
    results = await asyncio.gather(retry(flaky(1), 2), retry(flaky(9), 3), return_exceptions=True)
    print(results, repr(results[1].__cause__))


asyncio.run(main())
