# Between two awaits nobody interrupts; across an await anybody may.
import asyncio

balance = 100
log = []


async def unsafe(name, amount):
    global balance
    seen = balance
    await asyncio.sleep(0)
    balance = seen - amount
    log.append((name, seen, balance))


async def safe(name, amount):
    global balance
    balance -= amount
    log.append((name, balance))
    await asyncio.sleep(0)


async def main():
    global balance
    await asyncio.gather(unsafe("a", 10), unsafe("b", 20))
    print(balance, log)
    balance = 100
    log.clear()
    await asyncio.gather(*(safe(n, n) for n in range(1, 5)))
    print(balance, log)


asyncio.run(main())
