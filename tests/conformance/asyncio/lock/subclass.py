# A lock of one's own class: async with goes through its methods.
import asyncio


class LoudLock(asyncio.Lock):
    def __init__(self, name):
        super().__init__()
        self.name = name

    async def acquire(self):
        print(self.name, "asked for")
        result = await super().acquire()
        print(self.name, "acquired", result)
        return result

    def release(self):
        print(self.name, "released")
        super().release()


async def worker(n, lock):
    async with lock:
        await asyncio.sleep(1)
        print("worker", n)


async def main():
    lock = LoudLock("L")
    await asyncio.gather(worker(1, lock), worker(2, lock))
    print(lock.locked(), isinstance(lock, asyncio.Lock), repr(lock).split(" object")[0], repr(lock).split("[")[1])
    condition = asyncio.Condition(lock)
    async with condition:
        print(condition.locked(), lock.locked())


asyncio.run(main())
