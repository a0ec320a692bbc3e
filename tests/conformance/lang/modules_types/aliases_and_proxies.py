# Aliases know their type variables, however deep; the read-only view of a dict and a frame's code are of the types that types names.
import inspect
import types
from typing import TypeVar

T, U = TypeVar("T"), TypeVar("U")
print(list[T].__parameters__, dict[str, T].__parameters__, dict[T, list[U]].__parameters__, list[int].__parameters__, (list[T] | int).__parameters__)
print(dict[str, T][int], dict[T, list[U]][int, str], dict[T, list[T]][bytes], (list[T] | None)[str], tuple[T, ...][int])
for bad in (lambda: list[int][str], lambda: dict[T, U][int], lambda: list[T][int, str], lambda: (int | str)[int]):
    try:
        print(bad())
    except TypeError as error:
        print(error)


class Box(list[T]):
    pass


print(Box[int], Box.__orig_bases__, hasattr(Box, "__parameters__"))


class Plain:
    kind = "plain"


def here():
    frame = inspect.currentframe()
    return isinstance(frame, types.FrameType), isinstance(frame.f_code, types.CodeType), frame.f_code is here.__code__, frame.f_code.co_varnames


print(here(), isinstance(here.__code__, types.CodeType), isinstance(Plain.__dict__, types.MappingProxyType))
view = types.MappingProxyType({"a": 1})
print(view, view["a"], view | {"b": 2}, "a" in view, len(view), list(view.items()), view == {"a": 1})
for change in (lambda: view.__setitem__("b", 1), lambda: view.update(b=1), lambda: types.MappingProxyType(5), lambda: types.MappingProxyType([1])):
    try:
        change()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(types.MethodWrapperType, types.ClassMethodDescriptorType, types.GetSetDescriptorType, types.MemberDescriptorType)


def method(self, other=2):
    return self, other


bound = types.MethodType(method, "self")
print(bound(), bound(3), bound.__self__, bound.__func__ is method, bound.__name__)
for bad in ((5, 5), (method, None), (method,)):
    try:
        types.MethodType(*bad)
    except TypeError as error:
        print(error)
