# A future is a promise: set once, awaited by many.
import asyncio


async def waits(name, future):
    print(name, "got", await future)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [asyncio.create_task(waits(name, future)) for name in "ab"]
    future.add_done_callback(lambda f: print("callback", f.result()))
    loop.call_later(2, future.set_result, "tea")
    print(await future, loop.time(), future.done())
    await asyncio.gather(*tasks)
    try:
        future.set_result("again")
    except asyncio.InvalidStateError as error:
        print(error)
    broken = loop.create_future()
    broken.set_exception(KeyError("no"))
    try:
        await broken
    except KeyError as error:
        print("raised", error)
    empty = loop.create_future()
    try:
        empty.result()
    except asyncio.InvalidStateError as error:
        print(error)


asyncio.run(main())
