# sleep(0) loops give timers their turn: what is due runs between two steps.
import asyncio


async def spinner(stop, count):
    while not stop.done():
        count[0] += 1
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    stop = loop.create_future()
    count = [0]
    order = []
    for n in range(4):
        loop.call_later(0, order.append, n)
    loop.call_soon(order.append, "soon")
    task = asyncio.create_task(spinner(stop, count))
    await asyncio.sleep(0)
    order.append("main 1")
    await asyncio.sleep(0)
    order.append("main 2")
    stop.set_result(None)
    await task
    print(order, count)


asyncio.run(main())
