# The classic race: read, wait, write. With the lock the sum is right.
import asyncio


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = asyncio.Lock()

    async def deposit(self, amount, safe):
        if safe:
            async with self.lock:
                await self._deposit(amount)
        else:
            await self._deposit(amount)

    async def _deposit(self, amount):
        balance = self.balance
        await asyncio.sleep(0.1)
        self.balance = balance + amount


async def main():
    for safe in (False, True):
        account = Account()
        start = asyncio.get_running_loop().time()
        await asyncio.gather(*(account.deposit(n, safe) for n in range(1, 6)))
        print(safe, account.balance, round(asyncio.get_running_loop().time() - start, 6))


asyncio.run(main())
