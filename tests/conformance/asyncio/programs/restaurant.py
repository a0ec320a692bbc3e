# A whole small program: classes, tasks, gather, and a blocking mistake.
import asyncio
import time


class Kitchen:
    def __init__(self):
        self.plates = 0
        self.started = time.perf_counter()

    def log(self, text):
        print(f"[{time.perf_counter() - self.started:5.2f}] {text}")

    async def cook(self, dish, seconds):
        self.log(f"cooking {dish}")
        await asyncio.sleep(seconds)
        self.plates += 1
        return f"{dish} #{self.plates}"


async def table(kitchen, number, orders):
    kitchen.log(f"table {number} orders {', '.join(dish for dish, _ in orders)}")
    plates = await asyncio.gather(*(kitchen.cook(dish, s) for dish, s in orders))
    kitchen.log(f"table {number} eats {plates}")
    if number == 2:
        time.sleep(1.5)
        kitchen.log("table 2 held up everybody")
    await asyncio.sleep(0.5)
    return sum(len(plate) for plate in plates)


async def main():
    kitchen = Kitchen()
    bills = await asyncio.gather(
        table(kitchen, 1, [("soup", 1.0), ("bread", 0.25)]),
        table(kitchen, 2, [("tea", 0.5)]),
        table(kitchen, 3, [("pie", 0.75), ("cream", 2.5), ("jam", 1.75)]),
    )
    kitchen.log(f"bills {bills}, {kitchen.plates} plates")


asyncio.run(main())
