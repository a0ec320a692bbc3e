# Methods, attributes, inheritance, properties, class attributes.
class Account:
    opened = 0
    fee = 1

    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.moves = 0
        Account.opened += 1

    def deposit(self, amount):
        self.balance += amount
        self.moves += 1
        return self

    def withdraw(self, amount):
        if amount > self.balance:
            return False
        self.balance -= amount + self.fee
        self.moves += 1
        return True

    @property
    def summary(self):
        return self.balance + self.moves

    @staticmethod
    def checked(amount):
        return amount if amount > 0 else 0

    @classmethod
    def named(cls, owner):
        return cls(owner, 10)


class Savings(Account):
    fee = 0

    def __init__(self, owner, balance, rate):
        super().__init__(owner, balance)
        self.rate = rate

    def deposit(self, amount):
        super().deposit(amount)
        self.balance += amount // self.rate
        return self


def run(n):
    plain = Account("ann", 100)
    savings = Savings("bob", 100, 10)
    total = 0
    for i in range(n):
        for account in (plain, savings):
            account.deposit(Account.checked(i % 13))
            if not account.withdraw(i % 7):
                account.balance += 50
            total += account.summary
        if i % 8 == 0:
            total += Account.named("eve").balance
    return total, plain.moves, savings.balance, Account.opened


print(run(60_000))
