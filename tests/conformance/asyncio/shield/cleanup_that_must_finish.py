# The usual reason for a shield: a step that must be finished although somebody hangs up.
import asyncio

log = []


async def save(n):
    log.append(f"save {n} begins")
    await asyncio.sleep(2)
    log.append(f"save {n} ends")


async def request(n):
    try:
        await asyncio.sleep(n)
    finally:
        await asyncio.shield(save(n))
        log.append(f"request {n} leaves")


async def main():
    tasks = [asyncio.create_task(request(n)) for n in (1, 5)]
    await asyncio.sleep(2)
    for task in tasks:
        task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), asyncio.get_running_loop().time())
    print(log)
    await asyncio.sleep(3)
    print(log)


asyncio.run(main())
