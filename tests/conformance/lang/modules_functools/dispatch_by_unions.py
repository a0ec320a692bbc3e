# singledispatch registers every class of a union, however the union is written, and class and static methods by their annotations.
from functools import singledispatch, singledispatchmethod
from typing import List, Literal, Optional, Union


@singledispatch
def kind(value):
    return "something"


@kind.register
def _(value: Union[int, str]):
    return "int or str"


@kind.register
def _(value: float | None):
    return "float or None"


@kind.register
def _(value: Optional[list]):
    return "list or None"


@kind.register(bytes | bytearray)
def _(value):
    return "bytes"


print([kind(value) for value in (1, True, "a", 1.5, None, [1], b"x", bytearray(), {}, object)])
print(sorted(each.__name__ for each in kind.registry))
for annotation in (List[int], Literal[1], Union[int, List[int]], int | list[int], "list[int]"):
    def bad(value: annotation):
        pass

    try:
        kind.register(bad)
    except TypeError as error:
        print(error)


class Reader:
    @singledispatchmethod
    @classmethod
    def read(cls, value):
        return cls.__name__, "default"

    @read.register
    @classmethod
    def _(cls, value: int):
        return cls.__name__, "int"

    @singledispatchmethod
    @staticmethod
    def plain(value):
        return "default"

    @plain.register
    @staticmethod
    def _(value: Union[str, bytes]):
        return "text"


print(Reader.read(1), Reader().read("x"), Reader.plain("x"), Reader().plain(b"x"), Reader.plain(2))
