# Async generators run in the context of who iterates; a context manager sets and resets around awaits.
import asyncio
import contextlib
import contextvars

request = contextvars.ContextVar("request")


@contextlib.asynccontextmanager
async def handling(name):
    token = request.set(name)
    try:
        yield
    finally:
        request.reset(token)


async def numbers():
    for n in range(2):
        yield n, request.get("none")
        await asyncio.sleep(0)


async def handle(n, log):
    async with handling(f"r{n}"):
        await asyncio.sleep(n)
        async for item in numbers():
            log.append(item)
        try:
            await asyncio.wait_for(deeper(log), 0.5)
        except TimeoutError:
            log.append(("timeout", request.get()))
    log.append((n, request.get("gone")))


async def deeper(log):
    log.append(("deeper", request.get()))
    request.set("deeper")
    await asyncio.sleep(1)


async def main():
    log = []
    await asyncio.gather(*(handle(n, log) for n in range(3)))
    print(log)
    generator = numbers()
    request.set("first")
    print(await generator.__anext__())
    request.set("second")
    print(await asyncio.create_task(generator.__anext__().__await__() and anext(generator)) if False else await anext(generator))


asyncio.run(main())
