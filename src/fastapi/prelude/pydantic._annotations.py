"""typing as far as annotations need it, without importing it: a program that has not imported typing has no annotations of its kind."""

import sys as _sys

UnionType = type(int | str)
_GenericAlias = type(list[int])


class Absent:
    """Stands for a name of typing that the program cannot have used: no annotation is it, and none is an instance of it."""


class _Typing:
    def __getattr__(self, name):
        typing = _sys.modules.get("typing")
        return Absent if typing is None else getattr(typing, name)

    def get_origin(self, annotation):
        kind = type(annotation)
        if kind is type:
            return None
        if kind is _GenericAlias:
            return annotation.__origin__
        if kind is UnionType:
            return UnionType
        typing = _sys.modules.get("typing")
        return None if typing is None else typing.get_origin(annotation)

    def get_args(self, annotation):
        kind = type(annotation)
        if kind is type:
            return ()
        if kind is _GenericAlias or kind is UnionType:
            return annotation.__args__
        typing = _sys.modules.get("typing")
        return () if typing is None else typing.get_args(annotation)

    def get_type_hints(self, *args, **kwargs):
        import typing

        return typing.get_type_hints(*args, **kwargs)


typing = _Typing()


def is_open(annotation):
    """Whether it names a class by a text that nobody has looked up yet."""
    if type(annotation) is type:
        return False
    if isinstance(annotation, (str, typing.ForwardRef)):
        return True
    origin = typing.get_origin(annotation)
    if origin is typing.Literal:
        return False
    parts = typing.get_args(annotation)
    return any(is_open(part) for part in (parts[:1] if origin is typing.Annotated else parts))


def resolved(annotation, cls):
    """The annotation with its texts looked up where `cls` was written; NameError where one is not defined yet."""
    stand_in = type("_", (), {"__annotations__": {"it": annotation}, "__module__": cls.__module__})
    names = {**(cls.__dict__.get("__pydantic_parent_namespace__") or {}), cls.__name__: cls}
    return typing.get_type_hints(stand_in, localns=names, include_extras=True)["it"]


def names_of_caller():
    """The local names of the program's function that is running; None where it is no function."""
    frame = _sys._getframe(0)
    return None if frame is None or frame.f_code.co_name == "<module>" else dict(frame.f_locals)
