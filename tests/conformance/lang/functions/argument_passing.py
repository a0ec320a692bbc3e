# Positional, keyword, starred, keyword-only and positional-only parameters together.
def order(dish, *extras, table=0, **notes):
    return dish, extras, table, notes


print(order("soup"))
print(order("soup", "bread", "salt", table=4, hot=True))
print(order(*["pie", "cream"], **{"table": 2, "to_go": False}))
print(order(*"ab", *(1, 2), **{"x": 1}, **{"y": 2}))


def strict(a, /, b, *, c=3):
    return a + b + c


print(strict(1, 2), strict(1, b=5, c=0))


def keeps_name(a, /, **rest):
    return a, rest


print(keeps_name(1, a=2))


def evaluated(label, value):
    print(label, end=" ")
    return value


print(order(evaluated("first", 1), *evaluated("second", [2]), table=evaluated("third", 3)))
