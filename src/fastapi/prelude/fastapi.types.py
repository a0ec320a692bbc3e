"""The types of what decorators are given, for annotations."""

from typing import Any, Callable, Set, Type, TypeVar, Union

DecoratedCallable = TypeVar("DecoratedCallable", bound=Callable[..., Any])
IncEx = Union[Set[int], Set[str], dict[int, Any], dict[str, Any]]
