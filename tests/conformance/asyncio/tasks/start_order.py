# create_task only queues: the task starts when its maker gives control back, in order of making.
import asyncio


async def child(name):
    print(name, "starts")
    await asyncio.sleep(1)
    print(name, "ends")
    return name


async def main():
    a = asyncio.create_task(child("a"))
    b = asyncio.create_task(child("b"))
    print("main goes on")
    print(await child("direct"))
    print("a done?", a.done(), "b done?", b.done())
    print(await b, await a)
    print(a.result(), b.done(), a.exception())


asyncio.run(main())
