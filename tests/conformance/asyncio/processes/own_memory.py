# What a process changes is its own: names of the program, arguments, and objects that it gets are copies.
from concurrent.futures import ProcessPoolExecutor

counter = 0
seen = []
settings = {"level": 1}


class Account:
    def __init__(self, balance):
        self.balance = balance

    def __eq__(self, other):
        return isinstance(other, Account) and self.balance == other.balance

    def deposit(self, amount):
        self.balance += amount
        return self


def bump():
    global counter
    counter += 1
    return counter


def note(word):
    seen.append(word)
    settings["level"] += 1
    return list(seen), settings


def grow(items):
    items.append(len(items))
    return items


def deposit(account, amount):
    return account.deposit(amount)


def same(a, b):
    return a is b


def helper(n):
    return bump() + n


if __name__ == "__main__":
    counter = 10
    with ProcessPoolExecutor(1) as pool:
        counter = 20
        print([pool.submit(bump).result() for _ in range(3)], counter)
        print(pool.submit(note, "a").result(), pool.submit(note, "b").result(), seen, settings)
        items = [1, 2]
        print(pool.submit(grow, items).result(), items)
        account = Account(5)
        other = pool.submit(deposit, account, 10).result()
        print(account.balance, other.balance, type(other) is Account, other == Account(15), pool.submit(account.deposit, 1).result().balance, account.balance)
        print(pool.submit(same, items, items).result(), pool.submit(same, None, None).result())
        print(pool.submit(helper, 100).result(), counter)
        counter = 1000
        print(pool.submit(bump).result(), counter)
    with ProcessPoolExecutor(1) as pool:
        print(pool.submit(bump).result(), counter)
