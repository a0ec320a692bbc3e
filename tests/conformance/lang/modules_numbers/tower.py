# numbers: which of its classes the builtin numbers are, and numbers of one's own.
import numbers

kinds = (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)
for value in (1, True, 1.5, "a", None):
    print(value, [isinstance(value, kind) for kind in kinds])
for base in kinds[1:]:
    try:
        type("Unfinished", (base,), {})()
    except TypeError as error:
        print(error)


class Own(numbers.Number):
    pass


print(isinstance(Own(), numbers.Number), issubclass(int, numbers.Rational), [kind.__name__ for kind in numbers.Real.__mro__], numbers.Integral)
try:
    hash(Own())
except TypeError as error:
    print(error)
numbers.Real.register(Own)
print(isinstance(Own(), numbers.Complex), isinstance(Own(), numbers.Rational))
match 2.5:
    case numbers.Integral():
        print("whole")
    case numbers.Real():
        print("real")
