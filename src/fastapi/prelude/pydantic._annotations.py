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
