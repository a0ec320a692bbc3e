"""typing's names, and those that typing has from Python 3.12 on."""

import typing as _typing
from typing import *
from typing import Annotated, Any, ClassVar, Final, Generic, Literal, Protocol, Required, TypedDict, get_type_hints

ReadOnly = _typing.Final  # as an annotation of a TypedDict's item: nothing is checked
TypeIs = _typing.TypeGuard


def override(method, /):
    method.__override__ = True
    return method


def deprecated(message, /, *, category=DeprecationWarning, stacklevel=1):
    """Calling the function warns."""
    import functools
    import warnings

    def decorate(given):
        if isinstance(given, type):
            given.__deprecated__ = message
            return given

        @functools.wraps(given)
        def wrapper(*args, **kwargs):
            warnings.warn(message, category=category, stacklevel=stacklevel + 1)
            return given(*args, **kwargs)

        given.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper

    return decorate
