# The forms of typing: how they show themselves, what they equal, and in which words they refuse what makes no sense.
from typing import (Annotated, Any, Callable, ClassVar, Concatenate, Dict, Final, ForwardRef, Generic, List, Literal, NewType, NoReturn, NotRequired,
                    Optional, ParamSpec, Pattern, Required, Self, Tuple, Type, TypeVar, TypeVarTuple, Union, Unpack, assert_never, cast, get_args,
                    get_origin)

T = TypeVar("T")


def shown(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


shown(lambda: List(), lambda: List[int](), lambda: Dict(), lambda: Tuple[int](), lambda: Type())
shown(lambda: TypeVar("X", int), lambda: TypeVar("X", int, str, bound=int), lambda: TypeVar("X", covariant=True, contravariant=True),
      lambda: TypeVar("X", bound=Union), lambda: TypeVar("X", bound=(int, str)), lambda: T(), lambda: T[int])
shown(lambda: Optional[int, str], lambda: Union[()], lambda: List[int, str], lambda: Dict[int], lambda: Callable[int], lambda: Callable[int, str],
      lambda: Callable[[int], str], lambda: Callable[..., int], lambda: Callable[[], None], lambda: Union[int, str, int], lambda: Union[int])
shown(lambda: Literal[1, "a", None, True, 1], lambda: Literal[1] == Literal[True], lambda: Literal[1, 2] == Literal[2, 1],
      lambda: Literal[Literal[1, 2], 3], lambda: get_args(Literal[[], []]), lambda: hash(Literal[0]) == hash(Literal[False]), lambda: Literal[int])
shown(lambda: List[ClassVar], lambda: List[ClassVar[int]], lambda: Optional[Final[int]], lambda: ClassVar[int], lambda: Final[int, str],
      lambda: List[Generic], lambda: List[Final], lambda: Required[int, str], lambda: NotRequired[int])
shown(lambda: isinstance([], List), lambda: isinstance([], List[int]), lambda: isinstance(1, Optional[int]), lambda: isinstance(1, Any),
      lambda: issubclass(int, Union[int, str]), lambda: isinstance(1, Literal[1]), lambda: isinstance(1, T))
shown(lambda: Annotated[int, "a", 3], lambda: Annotated[Annotated[int, "a"], "b"], lambda: Annotated[int], lambda: get_args(Annotated[int, "a"]),
      lambda: Annotated[List[T], 1][int], lambda: Annotated[int, 1].__metadata__, lambda: Annotated[int, 1].__origin__, lambda: Annotated(),
      lambda: get_origin(Annotated[int, 1]), lambda: Annotated[int, 1] == Annotated[int, 1], lambda: Annotated[int, 1] == Annotated[int, 2])
for form in (List[int], Tuple[int, ...], Tuple[()], Union[int, str], Optional[int], Callable[[int], str], Type[int], list[int], int | str, ClassVar[int],
             Generic[T], List[T], Any, int, Pattern[str]):
    print(form, get_origin(form), get_args(form))
P, Ts = ParamSpec("P"), TypeVarTuple("Ts")
shown(lambda: (P, P.args, P.kwargs, Ts), lambda: Unpack[Ts], lambda: Tuple[Unpack[Ts]], lambda: Callable[P, int], lambda: Callable[Concatenate[int, P], int])
shown(lambda: Any(), lambda: NoReturn(), lambda: Any[int], lambda: Self[int], lambda: list(Any), lambda: list(List), lambda: ForwardRef("int"),
      lambda: ForwardRef(3), lambda: List["int"], lambda: List["int"] == List["int"], lambda: ForwardRef("int", module="m"))
shown(lambda: NewType("UserId", int), lambda: NewType("UserId", int)(5), lambda: cast(int, "a"), lambda: assert_never(3), lambda: assert_never("x" * 200))
