# conformance: stderr
# A bank account: properties, operators, class methods, exceptions of its own, and one that nobody catches.
class InsufficientFunds(Exception):
    """Raised when the balance is too low."""
    def __init__(self, balance, amount):
        self.balance = balance
        self.amount = amount
        super().__init__(f"Insufficient funds: balance {balance}, requested {amount}")

class Account:
    interest = 0.02
    _count = 0
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.history = []
        type(self)._count += 1
    @property
    def balance(self):
        return self._balance
    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("Balance cannot be negative")
        self._balance = value
    def deposit(self, amount):
        if amount <= 0: raise ValueError("Deposit must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))
        return self
    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(self._balance, amount)
        self._balance -= amount
        self.history.append(("withdraw", amount))
        return self
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self._balance:,.2f})"
    def __eq__(self, other):
        if not isinstance(other, Account): return NotImplemented
        return self._balance == other._balance
    def __lt__(self, other): return self._balance < other._balance
    def __len__(self): return len(self.history)
    def __bool__(self): return self._balance > 0
    def __add__(self, other): return Account(f"{self.owner} & {other.owner}", self._balance + other._balance)
    def __iter__(self): return iter(self.history)
    def __getitem__(self, i): return self.history[i]
    def __contains__(self, x): return any(a == x for _, a in self.history)
    @classmethod
    def from_string(cls, s):
        owner, bal = s.split("-")
        return cls(owner, float(bal))
    @staticmethod
    def valid(amount): return amount > 0
class Savings(Account):
    def add_interest(self): self._balance *= 1 + self.interest
    def withdraw(self, amount):
        if amount > 500: raise PermissionError("limit")
        return super().withdraw(amount)
a = Account("Ann", 100); b = Savings.from_string("Bob-250.5")
a.deposit(50).withdraw(30)
print(a, b, a < b, a == b, sorted([b, a]), len(a), bool(a), a + b, list(a), a[0], 50 in a, Account._count, Savings._count, Account.valid(-1))
for act in (lambda: a.withdraw(1000), lambda: a.deposit(-5), lambda: setattr(a, "balance", -1), lambda: b.withdraw(600), lambda: a + 5, lambda: a < 5, lambda: Account.from_string("bad"), lambda: a[10], lambda: a.balance(), lambda: hash(a)):
    try: act()
    except InsufficientFunds as e: print("IF", e, e.balance, e.amount)
    except (ValueError, PermissionError) as e: print(type(e).__name__, e)
    except Exception as e: print("other", type(e).__name__, e)
    else: print("no error")
    finally: print("done", end="; ")
print()
b.add_interest(); print(b, b.__dict__, Account.__mro__, vars(Savings).keys())
a.withdraw(10**6)
