"""Names of the types that have none among the builtins."""


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
MappingProxyType = None


class SimpleNamespace:
    def __init__(self, /, **kwargs):
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


class mappingproxy:
    """A dict that can only be read."""
    __abc_tpflags__ = 1 << 6

    def __init__(self, mapping):
        self._mapping = mapping

    def __getitem__(self, key): return self._mapping[key]
    def __iter__(self): return iter(self._mapping)
    def __len__(self): return len(self._mapping)
    def __contains__(self, key): return key in self._mapping
    def __repr__(self): return f"mappingproxy({self._mapping!r})"
    def __str__(self): return str(self._mapping)
    def __eq__(self, other): return self._mapping == (other._mapping if isinstance(other, mappingproxy) else other)
    __hash__ = None
    def get(self, key, default=None): return self._mapping.get(key, default)
    def keys(self): return self._mapping.keys()
    def values(self): return self._mapping.values()
    def items(self): return self._mapping.items()
    def copy(self): return self._mapping.copy()
    def __or__(self, other): return dict(self._mapping) | dict(other)


MappingProxyType = mappingproxy


class DynamicClassAttribute(property):
    pass


def new_class(name, bases=(), kwds=None, exec_body=None):
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", type(bases[0]) if bases else type)
    space = {}
    if exec_body is not None:
        exec_body(space)
    return meta(name, tuple(bases), space, **kwds)


def coroutine(func):
    return func


del _made
