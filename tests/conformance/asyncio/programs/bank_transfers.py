# Transfers between accounts with two locks in a fixed order, audited meanwhile by a task that needs them all.
import asyncio


class Account:
    def __init__(self, name, balance):
        self.name, self.balance, self.lock = name, balance, asyncio.Lock()


async def transfer(a, b, amount, log):
    first, second = sorted((a, b), key=lambda account: account.name)
    async with first.lock:
        await asyncio.sleep(0.01)
        async with second.lock:
            if a.balance < amount:
                raise ValueError(f"{a.name} has only {a.balance}")
            a.balance -= amount
            await asyncio.sleep(0.02)
            b.balance += amount
            log.append(f"{a.name}->{b.name} {amount} at {asyncio.get_running_loop().time():.2f}")


async def audit(accounts, log):
    for _ in range(3):
        async with accounts[0].lock, accounts[1].lock, accounts[2].lock:
            total = sum(account.balance for account in accounts)
            log.append(f"audit {total} at {asyncio.get_running_loop().time():.2f}")
        await asyncio.sleep(0.03)


async def main():
    accounts = [Account(name, 100) for name in "ABC"]
    a, b, c = accounts
    log = []
    watching = asyncio.create_task(audit(accounts, log))
    results = await asyncio.gather(
        transfer(a, b, 50, log), transfer(b, a, 30, log), transfer(c, a, 500, log), transfer(b, c, 70, log), transfer(c, b, 20, log),
        return_exceptions=True)
    await watching
    print(*log, sep="\n")
    print([repr(result) for result in results if result], [account.balance for account in accounts])


asyncio.run(main())
