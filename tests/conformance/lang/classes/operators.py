# Arithmetic: left operand first, then the reflected one; NotImplemented hands over; += falls back to +.
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.cents + other.cents)
        return NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __mul__(self, factor):
        return Money(self.cents * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return Money(-self.cents)

    def __repr__(self):
        return f"Money({self.cents})"


print(Money(5) + Money(7), 3 * Money(2), Money(2) * 3, -Money(1))
print(sum([Money(1), Money(2), Money(3)]))
purse = same = Money(1)
purse += Money(1)
print(purse, same)
for action in (lambda: Money(1) + 1, lambda: 1 + Money(1), lambda: Money(1) - Money(1), lambda: ~Money(1), lambda: "a" + Money(1)):
    try:
        print(action())
    except TypeError as error:
        print(error)
