"""The names that annotations use. Nothing is checked; what is subscripted shows itself as CPython's does."""

import types as _types
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod
from _prelude import caller_frame as _caller_frame, is_expression as _is_expression, no_attribute as _no_attribute
from sys import modules as _sys_modules

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional", "ParamSpec", "Protocol",
    "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString", "Container", "ContextManager", "Hashable", "ItemsView",
    "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized",
    "ValuesView", "Awaitable", "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager", "Reversible",
    "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap", "Counter",
    "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "Match",
    "Pattern", "TextIO", "AnyStr", "assert_type", "assert_never", "cast", "clear_overloads", "dataclass_transform", "final", "get_args",
    "get_origin", "get_overloads", "get_type_hints", "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check",
    "no_type_check_decorator", "NoReturn", "NotRequired", "overload", "ParamSpecArgs", "ParamSpecKwargs", "Required", "reveal_type",
    "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "Unpack"]
TYPE_CHECKING = False


def _shown(value):
    if isinstance(value, _types.GenericAlias):
        return repr(value)
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    if value is ...:
        return "..."
    if isinstance(value, _types.FunctionType):
        return value.__name__
    return repr(value)


_type_repr = _shown


def _converted(value, words="Parameters to generic types must be types.", special=False):
    """A type argument (typing.py, _type_check)."""
    if value is None:
        return type(None)
    if isinstance(value, type):
        if value is Generic or value is Protocol:
            raise TypeError(f"Plain {value!r} is not valid as type argument")
        return value
    if isinstance(value, str):
        return ForwardRef(value)
    if isinstance(value, tuple):
        raise TypeError(f"{words} Got {value!r:.100}.")
    if special:
        return value
    kind = type(value)
    if kind is _Special and value._make is not None:
        raise TypeError(f"Plain {value!r} is not valid as type argument")
    if kind is _Alias and (value.__origin__ is ClassVar or value.__origin__ is Final or value.__origin__ is Generic or value.__origin__ is Protocol):
        raise TypeError(f"{value!r} is not valid as type argument")
    return value


def _flat_parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, TypeVar):
            if arg not in found:
                found.append(arg)
        elif isinstance(arg, list):
            for one in _flat_parameters(arg):
                if one not in found:
                    found.append(one)
        else:
            for one in getattr(arg, "__parameters__", ()) if not isinstance(arg, type) else ():
                if one not in found:
                    found.append(one)
    return tuple(found)


class ForwardRef:
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        if not _is_expression(f"{arg}," if arg[0] == "*" else arg):
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__, self.__forward_module__ = arg, module
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__forward_evaluated__, self.__forward_value__ = False, None

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r}{'' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'})"

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        if constraints:
            constraints = tuple([_converted(one, "TypeVar(name, constraint, ...): constraints must be types.") for one in constraints])
        self.__constraints__ = constraints
        self.__bound__ = _converted(bound, "Bound must be a type.") if bound is not None else None
        self.__covariant__, self.__contravariant__ = covariant, contravariant

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __call__(self, *args, **kwds):
        raise TypeError(f"'{type(self).__name__}' object is not callable")

    def __reduce__(self):
        return self.__name__  # a copy of it is itself


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecArgs) else NotImplemented


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecKwargs) else NotImplemented


class ParamSpec(TypeVar):
    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(TypeVar):
    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield _Alias(Unpack, (self,), "*" + self.__name__)


_made_before = {}  # List[int] is List[int], as long as so many others have not been made meanwhile
_MADE_MOST = 512


def _kept(make):
    def made(self, args):
        try:
            key = (make, self, args, tuple([type(arg) for arg in args]) if type(args) is tuple else type(args))
            known = _made_before.get(key)
        except TypeError:  # a list among them, say
            return make(self, args)
        if known is None:
            known = make(self, args)
            if len(_made_before) >= _MADE_MOST:
                del _made_before[next(iter(_made_before))]
            _made_before[key] = known
        return known

    return made


# Name[args]: what it stands for (__origin__), with which arguments. (No docstring: CPython's has none, and C[int].__doc__ shows it.)
class _Alias:
    def __init__(self, origin, args, name):
        self.__origin__, self.__args__, self._name = origin, args, name
        self.__parameters__ = _flat_parameters(args)
        if "." in name:  # a program's own class
            self.__module__ = origin.__module__

    def __repr__(self):
        if self._name == "Optional":
            return f"typing.Optional[{_shown([arg for arg in self.__args__ if arg is not type(None)][0])}]"
        if self._name == "Unpack":
            return f"*{self.__args__[0]!r}"
        if self._name == "Literal":
            return f"typing.Literal[{', '.join([_shown(arg) for arg in self.__args__])}]"
        if self._name == "Callable":
            *params, result = self.__args__
            if len(params) == 1 and (params[0] is ... or isinstance(params[0], ParamSpec) or
                                     getattr(params[0], "_name", None) == "Concatenate"):
                return f"typing.Callable[{_shown(params[0])}, {_shown(result)}]"
            return f"typing.Callable[[{', '.join([_shown(arg) for arg in params])}], {_shown(result)}]"
        name = self._name if self._name.startswith("*") or "." in self._name else f"typing.{self._name}"
        if name.startswith("*"):
            return name
        args = ", ".join([_shown(arg) for arg in self.__args__]) if self.__args__ else "()"
        if self._name == "Annotated":
            return f"typing.Annotated[{_shown(self.__args__[0])}, {', '.join([repr(one) for one in self.__metadata__])}]"
        return f"{name}[{args}]"

    def __eq__(self, other):
        if self.__origin__ is Union and isinstance(other, _types.UnionType):
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _Alias) or self.__origin__ != other.__origin__:
            return NotImplemented
        if self.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        if self.__origin__ is Literal:
            return {(one, type(one)) for one in self.__args__} == {(one, type(one)) for one in other.__args__}
        if self._name == "Annotated" or other._name == "Annotated":
            return self._name == other._name and self.__args__ == other.__args__ and self.__metadata__ == other.__metadata__
        return self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash(frozenset(self.__args__))
        if self.__origin__ is Literal:
            return hash(frozenset([(one, type(one)) for one in self.__args__]))
        if self._name == "Annotated":
            return hash((self.__args__, self.__metadata__))
        return hash((self.__origin__, self.__args__))

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, (type, _Alias)):
            raise TypeError(f"Cannot instantiate {getattr(self, '__origin__', self)!r}")
        if self._name in _NOT_CALLED:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    @_kept
    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if self.__origin__ is Generic or self.__origin__ is Protocol:
            raise TypeError(f"Cannot subscript already-subscripted {self!r}")
        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        if len(args) != len(self.__parameters__):
            raise TypeError(f"Too {'many' if len(args) > len(self.__parameters__) else 'few'} arguments for {self!r}; "
                            f"actual {len(args)}, expected {len(self.__parameters__)}")
        known = dict(zip(self.__parameters__, [_converted(arg) for arg in args]))

        def put(arg):
            if isinstance(arg, TypeVar):
                return known[arg]
            inner = getattr(arg, "__parameters__", ()) if not isinstance(arg, type) else ()
            return arg[tuple([known[one] for one in inner])] if inner else arg

        new = tuple([put(arg) for arg in self.__args__])
        if self._name == "Annotated":
            return Annotated[(new[0], *self.__metadata__)]
        return Union[new] if self.__origin__ is Union else _Alias(self.__origin__, new, self._name)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name in _BUILTIN_NAMES:
            return _with_generic(self, bases)
        if self.__origin__ is Generic:
            at = [base is self for base in bases].index(True)
            if Protocol in bases or any([isinstance(base, (_Alias, _Builtin)) for base in bases[at + 1:]]):
                return ()
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return isinstance(obj, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return issubclass(cls, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __getattr__(self, name):
        if name == "__name__" or name == "__qualname__":
            return self.__origin__.__name__ if "." in self._name else self._name
        if name.startswith("__") or isinstance(self.__origin__, _Special):
            raise AttributeError(name)
        return getattr(self.__origin__, name)


def _with_generic(alias, bases):
    """What stands for List[T] among a class's bases: list, and Generic unless a later base brings it."""
    at = [base is alias for base in bases].index(True)
    found = () if alias.__origin__ in bases else (alias.__origin__,)
    if any([isinstance(base, (_Alias, _Builtin)) or isinstance(base, type) and issubclass(base, Generic) for base in bases[at + 1:]]):
        return found
    return found + (Generic,)


_NOT_CALLED = frozenset(("List", "Dict", "Set", "FrozenSet", "Tuple", "Type"))


# A name of typing that is no class: Any, Union, Final...
class _Special:
    def __init__(self, name, make=None):
        self._name, self._make = name, make

    __iter__ = None

    def __getattr__(self, name):
        if name == "__name__" or name == "__qualname__":
            return self._name
        raise AttributeError(name)

    def __repr__(self):
        return "<class 'typing.Annotated'>" if self._name == "Annotated" else f"typing.{self._name}"

    @_kept
    def __getitem__(self, args):
        if self._make is None:
            raise TypeError(f"{self!r} is not subscriptable")
        if isinstance(args, tuple) and self._name in ("Optional", "ClassVar", "Final", "Required", "NotRequired", "TypeGuard"):
            who = self._name if self._name in ("Required", "NotRequired") else repr(self)
            words = {"Optional": "requires a single type", "Required": "accepts only a single type",
                     "NotRequired": "accepts only a single type"}.get(self._name, "accepts only single type")
            raise TypeError(f"{who} {words}. Got {args!r:.100}.")
        return self._make(self, args)

    def __call__(self, *args, **kwds):
        if self._name == "Annotated":
            raise TypeError("Type Annotated cannot be instantiated.")
        raise TypeError(f"Cannot instantiate {getattr(self, '__origin__', self)!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self!r} cannot be used with issubclass()")


class _AnyMeta(type):
    def __instancecheck__(cls, obj):
        if cls is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return type.__instancecheck__(cls, obj)

    def __repr__(cls):
        return "typing.Any" if cls is Any else type.__repr__(cls)


def _any_new(cls, *args, **kwargs):
    if cls is Any:
        raise TypeError("Any cannot be instantiated")
    return object.__new__(cls)


Any = _AnyMeta("Any", (), {"__module__": "typing", "__new__": _any_new})


def _make_union(self, args):
    if args == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(args, tuple):
        args = (args,)
    flat = []
    for arg in args:
        arg = _converted(arg, "Union[arg, ...]: each arg must be a type.")
        parts = arg.__args__ if getattr(arg, "__origin__", None) is Union or isinstance(arg, _types.UnionType) else (arg,)
        for part in parts:
            if part not in flat:
                flat.append(part)
    if len(flat) == 1:
        return flat[0]
    return _Alias(Union, tuple(flat), "Optional" if len(flat) == 2 and type(None) in flat else "Union")


def _make_optional(self, arg):
    return Union[arg, type(None)]


def _make_literal(self, args):
    flat = []
    for arg in args if isinstance(args, tuple) else (args,):
        flat.extend(arg.__args__ if getattr(arg, "__origin__", None) is Literal else (arg,))
    try:
        flat = list(dict.fromkeys([(part, type(part)) for part in flat]))
        flat = [part for part, _ in flat]
    except TypeError:  # unhashable ones are kept as they are
        pass
    return _Alias(Literal, tuple(flat), "Literal")


def _make_one(self, arg):
    if isinstance(arg, tuple):
        raise TypeError(f"{self!r} accepts only single type. Got {arg!r}.")
    words = "requires a single type." if self._name == "Final" else "accepts only single type."
    return _Alias(self, (_converted(arg, f"{self!r} {words}", special=self._name in ("Required", "NotRequired")),), self._name)


def _make_many(self, args):
    return _Alias(self, args if isinstance(args, tuple) else (args,), self._name)


def _make_annotated(self, args):
    if not isinstance(args, tuple) or len(args) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    inner = _converted(args[0], "Annotated[t, ...]: t must be a type.", special=True)
    metadata = tuple(args[1:])
    if isinstance(inner, _Alias) and inner._name == "Annotated":
        metadata = inner.__metadata__ + metadata
        inner = inner.__origin__
    made = _Alias(inner, (inner,), "Annotated")
    made.__metadata__ = metadata
    return made


Union = _Special("Union", _make_union)
Optional = _Special("Optional", _make_optional)
Literal = _Special("Literal", _make_literal)
ClassVar = _Special("ClassVar", _make_one)
Final = _Special("Final", _make_one)
Required = _Special("Required", _make_one)
NotRequired = _Special("NotRequired", _make_one)
TypeGuard = _Special("TypeGuard", _make_one)
Unpack = _Special("Unpack", _make_one)
Concatenate = _Special("Concatenate", _make_many)
Annotated = _Special("Annotated", _make_annotated)
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
LiteralString = _Special("LiteralString")
TypeAlias = _Special("TypeAlias")


# List, Dict and the like: another name for a class, subscriptable.
class _Builtin(_Special):
    def __init__(self, name, origin, count):
        self._name, self.__origin__, self._count = name, origin, count

    def __getitem__(self, args):
        if self._name == "Callable" and type(args) is tuple and len(args) == 2 and type(args[0]) is list:
            return self._of((tuple(args[0]), args[1]))  # what a list cannot be: a key
        return self._of(args)

    @_kept
    def _of(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if self._name == "Callable":
            if len(args) != 2:
                raise TypeError("Callable must be used as Callable[[arg, ...], result].")
            params, result = args
            result = _converted(result, "Callable[args, result]: result must be a type.")
            params = params if isinstance(params, tuple) else (params,)
            return _Alias(self.__origin__, tuple([_converted(arg, "Callable[[arg, ...], result]: each arg must be a type.") for arg in params]) + (result,),
                          self._name)
        if self._count >= 0 and len(args) != self._count:
            raise TypeError(f"Too {'many' if len(args) > self._count else 'few'} arguments for {self!r}; "
                            f"actual {len(args)}, expected {self._count}")
        return _Alias(self.__origin__, tuple([_converted(arg) for arg in args]), self._name)

    def __call__(self, *args, **kwargs):
        if self._name in _NOT_CALLED:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return _with_generic(self, bases)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


_Alias.__name__ = _Alias.__qualname__ = "_GenericAlias"
_Special.__name__ = _Special.__qualname__ = "_SpecialForm"
_Builtin.__name__ = _Builtin.__qualname__ = "_SpecialGenericAlias"

import collections as _collections
import collections.abc as _abc
import contextlib as _contextlib

_BUILTIN_NAMES = {}
for _name, _origin, _count in (
        ("List", list, 1), ("Dict", dict, 2), ("Set", set, 1), ("FrozenSet", frozenset, 1), ("Tuple", tuple, -1), ("Type", type, 1),
        ("Deque", _collections.deque, 1), ("DefaultDict", _collections.defaultdict, 2), ("OrderedDict", _collections.OrderedDict, 2),
        ("Counter", _collections.Counter, 1), ("ChainMap", _collections.ChainMap, 2), ("Callable", _abc.Callable, 2),
        ("Iterable", _abc.Iterable, 1), ("Iterator", _abc.Iterator, 1), ("Sequence", _abc.Sequence, 1),
        ("MutableSequence", _abc.MutableSequence, 1), ("Mapping", _abc.Mapping, 2), ("MutableMapping", _abc.MutableMapping, 2),
        ("AbstractSet", _abc.Set, 1), ("MutableSet", _abc.MutableSet, 1), ("Generator", _abc.Generator, 3),
        ("AsyncGenerator", _abc.AsyncGenerator, 2), ("AsyncIterable", _abc.AsyncIterable, 1), ("AsyncIterator", _abc.AsyncIterator, 1),
        ("Awaitable", _abc.Awaitable, 1), ("Coroutine", _abc.Coroutine, 3), ("Collection", _abc.Collection, 1),
        ("Container", _abc.Container, 1), ("Reversible", _abc.Reversible, 1), ("KeysView", _abc.KeysView, 1),
        ("ValuesView", _abc.ValuesView, 1), ("ItemsView", _abc.ItemsView, 2), ("Hashable", _abc.Hashable, 0), ("Sized", _abc.Sized, 0),
        ("ContextManager", _contextlib.AbstractContextManager, 1), ("AsyncContextManager", _contextlib.AbstractAsyncContextManager, 1)):
    globals()[_name] = _BUILTIN_NAMES[_name] = _Builtin(_name, _origin, _count)
del _name, _origin, _count
Text = str


class Generic:
    __slots__ = ()
    _is_protocol = False

    @_kept
    def __class_getitem__(cls, args):
        if not isinstance(args, tuple):
            args = (args,)
        if not any([isinstance(arg, list) for arg in args]):
            args = tuple([_converted(arg) for arg in args])
        if cls is Generic or cls is Protocol:
            if not args:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all([isinstance(arg, TypeVar) or isinstance(arg, _Alias) for arg in args]):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
            if len(set(args)) != len(args):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _Alias(cls, args, cls.__name__)
        parameters = cls.__parameters__
        if not parameters:
            raise TypeError(f"{cls!r} is not a generic class")
        if len(args) != len(parameters) and not any([isinstance(one, (ParamSpec, TypeVarTuple)) for one in parameters]):
            raise TypeError(f"Too {'many' if len(args) > len(parameters) else 'few'} arguments for {cls!r}; "
                            f"actual {len(args)}, expected {len(parameters)}")
        return _Alias(cls, args, f"{cls.__module__}.{cls.__qualname__}")

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if Generic in (cls.__bases__ if bases is None else bases) and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        found, listed = [], None
        for base in bases or ():
            if not isinstance(base, (_Alias, _types.GenericAlias)):
                continue
            for one in base.__parameters__:
                if one not in found:
                    found.append(one)
            if base.__origin__ is Generic or base.__origin__ is Protocol:
                if listed is not None and base.__origin__ is Generic:
                    raise TypeError("Cannot inherit from Generic[...] multiple types.")
                listed = base
        if listed is not None:
            if len(found) > len(listed.__parameters__):
                missing = ", ".join([str(one) for one in found if one not in listed.__parameters__])
                raise TypeError(f"Some type variables ({missing}) are not listed in "
                                f"{listed.__origin__.__name__}[{', '.join([str(one) for one in listed.__parameters__])}]")
            found = listed.__parameters__
        cls.__parameters__ = tuple(found)


Generic.__parameters__ = ()

# --- protocols ---


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol"):
            if not cls.__dict__.get("_is_runtime_protocol"):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            return _is_nominal(cls, type(instance)) or all([
                hasattr(instance, name) and (getattr(instance, name) is not None or not callable(getattr(cls, name, None)))
                for name in _protocol_names(cls)])
        return _ABCMeta.__instancecheck__(cls, instance)

    def __subclasscheck__(cls, other):
        if cls.__dict__.get("_is_protocol") and cls is not Protocol:
            if not cls.__dict__.get("_is_runtime_protocol"):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            names = _protocol_names(cls)
            if not all([callable(getattr(cls, name, None)) for name in names]):
                raise TypeError("Protocols with non-method members don't support issubclass()")
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            return _is_nominal(cls, other) or all([_has_member(other, name) for name in names])
        return _ABCMeta.__subclasscheck__(cls, other)


def _is_nominal(cls, other):
    """Whether `other` inherits from the protocol, or was registered."""
    try:
        return _ABCMeta.__subclasscheck__(cls, other)
    except TypeError:  # a protocol below this one may not be asked
        return type.__subclasscheck__(cls, other)


def _has_member(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name] is not None
        if base.__dict__.get("_is_protocol") and name in base.__dict__.get("__annotations__", ()):
            return True
    return False


def _protocol_names(cls):
    names = {}
    for base in cls.__mro__[:-1]:
        if base is Protocol or base is Generic or not base.__dict__.get("_is_protocol"):
            continue
        for name in list(base.__dict__) + list(base.__dict__.get("__annotations__", {})):
            if name not in _NOT_MEMBERS:
                names[name] = None
    return list(names)


_NOT_MEMBERS = frozenset((
    "__module__", "__qualname__", "__doc__", "__dict__", "__weakref__", "__slots__", "__annotations__", "__parameters__", "__orig_bases__",
    "__abstractmethods__", "_abc_impl", "_is_protocol", "_is_runtime_protocol", "__init__", "__init_subclass__", "__subclasshook__", "__class_getitem__",
    "__abc_tpflags__"))


def _refuse_protocol(self, *args, **kwargs):
    raise TypeError("Protocols cannot be instantiated")


def _protocol_new(cls, *args, **kwargs):
    if cls.__dict__.get("_is_protocol"):
        raise TypeError("Protocols cannot be instantiated")
    if args or kwargs:
        return object.__new__(cls) if cls.__init__ is not object.__init__ else object.__new__(cls, *args, **kwargs)
    return object.__new__(cls)


def _protocol_subclass(cls, *args, **kwargs):
    Generic.__init_subclass__.__func__(cls, *args, **kwargs)
    if "_is_protocol" not in cls.__dict__:
        cls._is_protocol = any([base is Protocol for base in cls.__bases__])
    if not cls._is_protocol:
        return
    for base in cls.__bases__:
        if base not in (object, Generic) and not (base.__module__ == "collections.abc" and base.__name__ in _PROTOCOLS_OF_ABC) \
                and base.__module__ != "contextlib" and not base.__dict__.get("_is_protocol"):
            raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")


_PROTOCOLS_OF_ABC = frozenset(("Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "Hashable", "Sized", "Container", "Collection",
                               "Reversible"))


def _meta_base(name, meta, bases, space):
    space["__module__"] = "typing"
    return meta(name, bases, space)


Protocol = None
Protocol = _meta_base("Protocol", _ProtocolMeta, (Generic,), {"__slots__": (), "_is_protocol": True, "_is_runtime_protocol": False, "__new__": _protocol_new, "__init_subclass__": classmethod(_protocol_subclass)})


def runtime_checkable(cls):
    if not cls.__dict__.get("_is_protocol"):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


for _name, _method in (("SupportsInt", "__int__"), ("SupportsFloat", "__float__"), ("SupportsIndex", "__index__"), ("SupportsAbs", "__abs__"),
                       ("SupportsRound", "__round__"), ("SupportsBytes", "__bytes__"), ("SupportsComplex", "__complex__")):
    globals()[_name] = runtime_checkable(_meta_base(_name, _ProtocolMeta, (Protocol,), {"_is_protocol": True, _method: lambda self: None}))
del _name, _method

# --- NamedTuple, TypedDict ---


def _named(name, types, defaults, module):
    made = _collections.namedtuple(name, list(types), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


class _NamedTupleMeta(type):
    def __new__(meta, name, bases, space):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = {key: _converted(value, f"field {key} annotation must be a type") for key, value in space.get("__annotations__", {}).items()}
        defaults = []
        for field in types:
            if field in space:
                defaults.append(field)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _named(name, types, [space[field] for field in defaults], space["__module__"])
        others = [base for base in bases if base is not _NamedTuple]
        for key, value in space.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace", "_asdict"):
                if key != "__slots__":
                    raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            elif key not in ("__annotations__", "__module__", "__classcell__", "__orig_bases__") and key not in types:
                setattr(made, key, value)
        if others:
            below = {"__module__": space["__module__"], "__qualname__": space["__qualname__"], "__slots__": ()}
            if "__orig_bases__" in space:
                below["__orig_bases__"] = space["__orig_bases__"]
            made = type(name, (made, *others), below)
        return made


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {"__module__": "typing"})


def NamedTuple(typename, fields=None, /, **kwargs):
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    frame = _caller_frame()
    return _named(typename, {name: _converted(kind) for name, kind in fields}, None, "__main__" if frame is None else frame[0])


class _TypedDictMeta(type):
    def __new__(meta, name, bases, space, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        for key, kind in space.get("__annotations__", {}).items():
            annotations[key] = kind = _converted(kind, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type", special=True)
            origin = getattr(kind, "__origin__", None)
            if origin is Annotated or getattr(kind, "_name", None) == "Annotated":
                origin = getattr(kind.__args__[0], "__origin__", None)
            wanted = origin is Required or (total and origin is not NotRequired)
            (required if wanted else optional).add(key)
            (optional if wanted else required).discard(key)
        space = dict(space)
        space.update(__annotations__=annotations, __required_keys__=frozenset(required), __optional_keys__=frozenset(optional), __total__=total)
        generic = (Generic,) if any([issubclass(base, Generic) for base in bases]) else ()
        return type.__new__(meta, name, generic + (dict,), space)

    def __init__(cls, *args, **kwargs):
        pass

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, obj):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {"__module__": "typing"})


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    if kwargs:
        import warnings
        warnings.warn("The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed in Python 3.13, and may not "
                      "be understood by third-party type checkers.", DeprecationWarning, stacklevel=2)
    frame = _caller_frame()
    space = {"__annotations__": dict(fields), "__module__": "__main__" if frame is None else frame[0]}
    return _TypedDictMeta(typename, (), space, total=total)


class _FunctionAsBase:
    # class X(NamedTuple) names a function; the metaclass's own base stands in its place.
    def __init__(self, function, base):
        self._function, self._base = function, base
        self.__name__ = function.__name__

    def __call__(self, /, *args, **kwargs):
        return self._function(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self._base,)

    def __repr__(self):
        return f"<function {self.__name__} at 0x{id(self):012x}>"


NamedTuple = _FunctionAsBase(NamedTuple, _NamedTuple)
TypedDict = _FunctionAsBase(TypedDict, _TypedDict)

# --- functions ---


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        frame = _caller_frame()
        self.__module__ = "__main__" if frame is None else frame[0]

    def __call__(self, value, /):
        return value

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        above = self.__name__

        class Refusing:
            def __init_subclass__(cls):
                raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {above})`")

        return (Refusing,)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    shown = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {shown if len(shown) <= 100 else shown[:100] + '...'}")


def _refuse_overload(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
                              "should always be followed by an implementation that is not @overload-ed.")


_overloads = {}  # by module and qualified name, in the order in which they stand


def overload(func):
    inside = getattr(func, "__func__", func)
    _overloads.setdefault((inside.__module__, inside.__qualname__), []).append(func)
    return _refuse_overload


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def get_origin(tp):
    if isinstance(tp, _Alias) and tp._name == "Annotated":
        return Annotated
    if isinstance(tp, _types.UnionType):
        return _types.UnionType
    return getattr(tp, "__origin__", None) if isinstance(tp, (_Alias, _Builtin, _types.GenericAlias)) else (Generic if tp is Generic else None)


def get_args(tp):
    if isinstance(tp, _Alias) and tp._name == "Annotated":
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_Alias, _types.GenericAlias)) and tp.__origin__ is _abc.Callable:
        *params, result = tp.__args__
        if not (len(params) == 1 and (params[0] is ... or isinstance(params[0], ParamSpec) or getattr(params[0], "_name", None) == "Concatenate")):
            return list(params), result
    if isinstance(tp, (_Alias, _types.GenericAlias, _types.UnionType)):
        return tp.__args__
    return ()


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def __getattr__(name):
    # What needs more modules, and is seldom asked for.
    if name in ("Pattern", "Match"):
        import re
        made = _Builtin(name, getattr(re, name), 1)
    elif name in ("get_type_hints", "no_type_check", "no_type_check_decorator", "dataclass_transform", "get_overloads", "clear_overloads"):
        import _typing_hints
        made = globals()[name] = getattr(_typing_hints, name)
        return made
    elif name == "ByteString":
        made = _Builtin(name, _abc.ByteString, 0)
    elif name == "MappingView":
        made = _Builtin(name, _abc.MappingView, 1)
    else:
        _no_attribute(_sys_modules["typing"], name)
    globals()[name] = _BUILTIN_NAMES[name] = made
    return made


AnyStr = TypeVar("AnyStr", bytes, str)
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)


class IO(Generic[AnyStr]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()
