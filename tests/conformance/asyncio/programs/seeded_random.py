# `random` is seeded before the first line: the same run every time.
import asyncio
import random


async def guest(name):
    seconds = round(random.uniform(0.5, 3), 2)
    await asyncio.sleep(seconds)
    print(f"{name} leaves after {seconds} s, tips {random.randint(1, 10)}")


async def main():
    print(random.random(), random.randint(1, 6), random.choice("abc"), random.randrange(10))
    await asyncio.gather(*(guest(name) for name in ("Ann", "Bob", "Cid")))
    random.seed(42)
    print(random.random(), random.randint(1, 100), random.getrandbits(70))
    cards = list(range(8))
    random.shuffle(cards)
    print(cards, random.sample(cards, 3), random.choices("xy", k=4))


asyncio.run(main())
