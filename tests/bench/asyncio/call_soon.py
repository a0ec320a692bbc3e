# operations: 400000
# Callbacks through the ready queue, a thousand at a time.
import asyncio

count = 0


def callback():
    global count
    count += 1


async def main():
    loop = asyncio.get_running_loop()
    for _ in range(400):
        for _ in range(1000):
            loop.call_soon(callback)
        await asyncio.sleep(0)


asyncio.run(main())
print(count)
