# Generic classes: their order of bases, their type variables, what they may be given, and bases that no class can have.
from typing import Any, Dict, Generic, List, Mapping, NoReturn, Optional, TypeVar, Union

T, S, K, V = TypeVar("T"), TypeVar("S"), TypeVar("K"), TypeVar("V")


class Box(Generic[T]):
    def __init__(self, value: T = None):
        self.value = value


class IntBox(Box[int]):
    pass


class Stack(List[T]):
    pass


class Table(Mapping[K, V]):
    def __getitem__(self, key):
        raise KeyError(key)

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


class Named(Table[str, V], Generic[V]):
    pass


class Both(Box[T], List[S], Generic[S, T]):
    pass


for each in (Box, IntBox, Stack, Table, Named, Both):
    print(each.__name__, [base.__name__ for base in each.__mro__], each.__parameters__, each.__orig_bases__)


def shown(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


shown(lambda: Box[int], lambda: Box[int, str], lambda: IntBox[int], lambda: Box[int](3).value, lambda: Box[int](3).__orig_class__,
      lambda: Stack[int]([1, 2]), lambda: Box[T][int], lambda: Dict[str, T][int], lambda: Box[Box[T]][int], lambda: Both[int, str],
      lambda: isinstance(Box(1), Box), lambda: isinstance(Box(1), Box[int]), lambda: Table() == {}, lambda: issubclass(Named, Mapping))


def make(*bases):
    class Bad(*bases):
        pass

    return Bad


for bases in ((Generic,), (Dict[K, V], Generic[K]), (Union[int, str],), (Optional,), (NoReturn,)):
    shown(lambda: make(*bases))
shown(lambda: Generic[int], lambda: Generic[T, T], lambda: Generic[()], lambda: Any[int], lambda: issubclass(make(Any), Any) and "a subclass of Any")
