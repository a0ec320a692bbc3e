# __aenter__ and __aexit__ may wait.
import asyncio


class Table:
    def __init__(self, number):
        self.number = number

    async def __aenter__(self):
        await asyncio.sleep(1)
        print("laid", self.number)
        return self.number

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.5)
        print("cleared", self.number, kind.__name__ if kind else None)
        return kind is ValueError


async def guest(number):
    async with Table(number) as n, Table(number * 10):
        print("eats at", n, asyncio.get_running_loop().time())
        if number == 2:
            raise ValueError("soup")
    print("left", number, asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(guest(1), guest(2))
    try:
        async with Table(3):
            raise KeyError("bill")
    except KeyError as error:
        print(error)


asyncio.run(main())
