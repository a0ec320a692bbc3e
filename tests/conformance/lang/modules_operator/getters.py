"""itemgetter, attrgetter, methodcaller and the operators."""
import operator
from operator import attrgetter, itemgetter, methodcaller

people = [("bo", 3), ("al", 2), ("cy", 3)]
print(sorted(people, key=itemgetter(1)), sorted(people, key=itemgetter(1, 0)), itemgetter(1), itemgetter("a", 2), itemgetter(slice(1, 3))("abcd"))


class P:
    def __init__(self, name, boss=None):
        self.name, self.boss = name, boss

    def greet(self, word, mark="!"):
        return f"{word} {self.name}{mark}"


p = P("ann", P("bob"))
print(attrgetter("name")(p), attrgetter("boss.name", "name")(p), attrgetter("a.b"), methodcaller("greet", "hi", mark="?")(p), methodcaller("f", 1, k=2))
for call in (lambda: attrgetter("nope")(p), lambda: itemgetter(9)([1]), lambda: attrgetter(1), lambda: methodcaller(1), lambda: operator.add(1, "a")):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(operator.add(1, 2), operator.mul("a", 3), operator.truediv(1, 4), operator.floordiv(7, 2), operator.mod(7, 3), operator.neg(3), operator.not_(0),
      operator.contains([1], 1), operator.getitem({"a": 1}, "a"), operator.pow(2, 5), operator.xor(5, 1), operator.is_(None, None), operator.countOf([1, 1], 1),
      operator.indexOf("abc", "c"), operator.concat([1], [2]), operator.lt(1, 2), operator.matmul.__name__, operator.abs(-3), operator.inv(5))
lst = [1]
print(operator.iadd(lst, [2]) is lst, lst, operator.truth([]), operator.index(True), operator.length_hint(iter([1, 2])))
