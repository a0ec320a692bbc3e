"""Names of the types that have none among the builtins."""

from _prelude import named_in_full as _named_in_full


def _function(): pass
def _generator(): yield
async def _coroutine(): pass
async def _async_generator(): yield


class _Class:
    def method(self): pass


FunctionType = LambdaType = type(_function)
GeneratorType = type(_generator())
_made = _coroutine()
CoroutineType = type(_made)
_made.close()
AsyncGeneratorType = type(_async_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
MethodDescriptorType = type(list.append)
MethodWrapperType = type(object().__str__)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
GetSetDescriptorType = type(FunctionType.__dict__["__code__"])
MemberDescriptorType = type(FunctionType.__dict__["__globals__"])
WrapperDescriptorType = type(object.__init__)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
GenericAlias = type(list[int])
UnionType = type(int | str)


def _cell():
    value = 1
    return lambda: value


CellType = type(_cell().__closure__[0])
try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
import abc as _abc_module
ModuleType = type(_abc_module)


CodeType = type(_function.__code__)


def __getattr__(name):
    # Frames are seldom asked for.
    if name == "FrameType":
        from _frames import frame
        return frame
    from sys import modules
    from _prelude import no_attribute
    no_attribute(modules["types"], name)


class SimpleNamespace:
    def __init__(self, /, *args, **kwargs):
        if args:
            raise TypeError("no positional arguments expected")
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        if id(self) in _showing:
            return "namespace(...)" if type(self) is SimpleNamespace else f"{type(self).__name__}(...)"
        _showing.add(id(self))
        try:
            shown = ", ".join([f"{name}={value!r}" for name, value in self.__dict__.items()])
        finally:
            _showing.discard(id(self))
        return f"{'namespace' if type(self) is SimpleNamespace else type(self).__name__}({shown})"

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


_showing = set()
_named_in_full(SimpleNamespace)


MappingProxyType = type(type.__dict__)


class DynamicClassAttribute:
    """A property of instances only: asked of the class, it is not there."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = fget.__doc__ if doc is None and fget is not None else doc

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


def resolve_bases(bases):
    resolved = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            resolved.append(base)
        else:
            resolved.extend(base.__mro_entries__(bases))
    return tuple(resolved) if resolved != list(bases) else bases


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", type(bases[0]) if bases else type)
    return meta, meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, space, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(space)
    space.setdefault("__module__", "types")
    if resolved is not bases:
        space["__orig_bases__"] = bases
    return meta(name, tuple(resolved), space, **kwds)




def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if isinstance(func, FunctionType):
        flags = func.__code__.co_flags
        if flags & 0x180:  # a coroutine function, or marked already
            return func
        if flags & 0x20:
            from _prelude import mark_awaitable
            mark_awaitable(func)
            return func
    import functools

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        return func(*args, **kwargs)
    return wrapped


del _made
