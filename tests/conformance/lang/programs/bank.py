# Classes, exceptions and properties together.
class InsufficientFunds(Exception):
    def __init__(self, wanted, has):
        super().__init__(f"wanted {wanted:.2f}, has {has:.2f}")
        self.missing = wanted - has


class Account:
    _next = 1

    def __init__(self, owner, balance=0):
        self.owner, self._balance = owner, balance
        self.number, Account._next = Account._next, Account._next + 1
        self.history = []

    @property
    def balance(self):
        return self._balance

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(amount, self._balance)
        self._balance -= amount
        self.history.append(("withdraw", amount))

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount!r}")
        self._balance += amount
        self.history.append(("deposit", amount))


def transfer(source, target, amount):
    try:
        source.withdraw(amount)
        target.deposit(amount)
    except InsufficientFunds as error:
        print(f"{source.owner}: {error} (missing {error.missing})")
        return False
    else:
        return True
    finally:
        print(f"#{source.number} {source.balance} -> #{target.number} {target.balance}")


a, b = Account("Ann", 50), Account("Bob")
print(transfer(a, b, 30), transfer(a, b, 30.5))
print(a.history + b.history)
try:
    b.deposit(-1)
except ValueError as error:
    print(error)
