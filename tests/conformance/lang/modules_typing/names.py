"""How typing's names show themselves, and what using them does."""
import typing
from typing import (Any, Annotated, Callable, ClassVar, Dict, Final, Generic, Iterable, List, Literal, NewType, Optional, Protocol, Tuple, Type, TypeVar,
                    TypedDict, NamedTuple, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable, TYPE_CHECKING, NoReturn)

T = TypeVar("T")
K = TypeVar("K", bound=int)
print(Any, List, List[int], Dict[str, List[int]], Optional[int], Union[int, str], Union[int, None], Union[int, int], Union[int, str, None])
print(Tuple[int, ...], Tuple[()], Callable[[int, str], bool], Callable[..., Any], Callable, Type[int], Literal["a", 1], ClassVar[int], Final)
print(Iterable[T], T, K, Annotated[int, "meta"], Dict[str, Any], List["Node"], Optional["Node"], NoReturn, Optional[List[int]])
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(Union[int, str]), get_args(Optional[int]), get_origin(int))
print(Union[int, str] == Union[str, int], List[int] == List[int], List[int] == List[str], hash(Union[int, str]) == hash(Union[str, int]), int | None, TYPE_CHECKING)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


s = Stack[int]()
s.push("not checked")
print(s.items, Stack[int], Stack.__name__, Stack[int].__origin__, Stack.__parameters__)


class Movie(TypedDict, total=False):
    name: str
    year: int


m: Movie = {"name": "x"}
print(Movie(name="Alien", year=1979), m, type(m), Movie.__annotations__, Movie.__total__)


class Employee(NamedTuple):
    """One of us."""
    name: str
    id: int = 3

    def shout(self):
        return self.name.upper()


e = Employee("guido")
print(e, e.id, e.shout(), Employee._field_defaults, Employee.__annotations__, isinstance(e, tuple), e._replace(id=4), Employee.__doc__)
print(NamedTuple("P", [("x", int)])(1))


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    def close(self): ...


class Sized2(Protocol):
    size: int


print(isinstance(File(), Closes), isinstance(3, Closes))
for call in (lambda: isinstance(3, Sized2), lambda: Closes(), lambda: List[int, str], lambda: Any(), lambda: Union[()], lambda: Optional[int]()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
UserId = NewType("UserId", int)
print(UserId(5), UserId, cast(str, 3))


def f(a: int, b: "Optional[str]" = None, *args: T, **kw: Any) -> List[int]: ...


print(get_type_hints(f), f.__annotations__)


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(1))
