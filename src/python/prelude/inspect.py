"""What kind of thing something is."""

import types as _types
from _prelude import code_flags as _code_flags, parameters as _parameters

_COROUTINE, _GENERATOR, _ASYNC_GENERATOR = 8, 4, 16


def _plain(obj):
    while True:
        if isinstance(obj, _types.MethodType):
            obj = obj.__func__
        elif type(obj).__name__ == "partial" and hasattr(obj, "func"):
            obj = obj.func
        else:
            return obj


def _flags(obj):
    obj = _plain(obj)
    return _code_flags(obj)


def iscoroutinefunction(obj): return bool(_flags(obj) & _COROUTINE)
def isgeneratorfunction(obj): return bool(_flags(obj) & _GENERATOR)
def isasyncgenfunction(obj): return bool(_flags(obj) & _ASYNC_GENERATOR)
def iscoroutine(obj): return isinstance(obj, _types.CoroutineType)
def isgenerator(obj): return isinstance(obj, _types.GeneratorType)
def isasyncgen(obj): return isinstance(obj, _types.AsyncGeneratorType)
def isawaitable(obj): return isinstance(obj, _types.CoroutineType) or hasattr(type(obj), "__await__")
def isfunction(obj): return isinstance(obj, _types.FunctionType)
def ismethod(obj): return isinstance(obj, _types.MethodType)
def isbuiltin(obj): return isinstance(obj, _types.BuiltinFunctionType)
def isroutine(obj): return isfunction(obj) or ismethod(obj) or isbuiltin(obj)
def isclass(obj): return isinstance(obj, type)
def ismodule(obj): return isinstance(obj, _types.ModuleType)
def isabstract(obj): return bool(isinstance(obj, type) and getattr(obj, "__abstractmethods__", None))


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()], default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(obj):
    doc = getattr(obj, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getmembers(obj, predicate=None):
    found = []
    for name in dir(obj):
        try:
            value = getattr(obj, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


class _empty:
    pass


class _Kind(int):
    def __str__(self): return _KINDS[self]
    name = property(lambda self: _KINDS[self])
    __repr__ = __str__


_KINDS = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")
_ONLY, _ANY, _STAR, _KEYWORD, _STARS = [_Kind(n) for n in range(5)]


def formatannotation(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, _types.GenericAlias):
        return annotation.__qualname__ if annotation.__module__ in ("builtins", "__main__") and annotation.__module__ == "builtins" else f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation).replace("typing.", "")


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ONLY, _ANY, _STAR, _KEYWORD, _STARS
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def __str__(self):
        text = "*" * (self.kind == _STAR) + "**" * (self.kind == _STARS) + self.name
        if self.annotation is not _empty:
            text += f": {formatannotation(self.annotation)}"
        if self.default is not _empty:
            text += f" = {self.default!r}" if self.annotation is not _empty else f"={self.default!r}"
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {one.name: one for one in parameters or ()}
        self.return_annotation = return_annotation

    def __str__(self):
        parts, star, last = [], False, None
        for one in self.parameters.values():
            if last == _ONLY and one.kind != _ONLY:
                parts.append("/")
            if one.kind == _STAR:
                star = True
            if one.kind == _KEYWORD and not star:
                parts.append("*")
                star = True
            parts.append(str(one))
            last = one.kind
        if last == _ONLY:
            parts.append("/")
        text = f"({', '.join(parts)})"
        return text if self.return_annotation is _empty else f"{text} -> {formatannotation(self.return_annotation)}"

    def __repr__(self):
        return f"<Signature {self}>"


def signature(obj):
    skip = 0
    while hasattr(obj, "__wrapped__"):
        obj = obj.__wrapped__
    if isinstance(obj, type):
        obj, skip = obj.__init__, 1
    elif isinstance(obj, _types.MethodType):
        obj, skip = obj.__func__, 1
    elif not isinstance(obj, _types.FunctionType) and hasattr(type(obj), "__call__") and isinstance(type(obj).__call__, _types.FunctionType):
        obj, skip = type(obj).__call__, 1
    if not isinstance(obj, _types.FunctionType):
        raise ValueError(f"no signature found for builtin {obj!r}") if callable(obj) else TypeError(f"{obj!r} is not a callable object")
    names, only, positional, keyword, flags = _parameters(obj)
    defaults = obj.__defaults__ or ()
    keyword_defaults = obj.__kwdefaults__ or {}
    annotations = obj.__annotations__
    found = []

    def add(name, kind, default=_empty):
        found.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for at in range(positional):
        place = at - (positional - len(defaults))
        add(names[at], _ONLY if at < only else _ANY, defaults[place] if place >= 0 else _empty)
    after = positional + keyword
    if flags & 1:
        add(names[after], _STAR)
        after += 1
    for at in range(positional, positional + keyword):
        add(names[at], _KEYWORD, keyword_defaults.get(names[at], _empty))
    if flags & 2:
        add(names[after], _STARS)
    return Signature(found[skip:], return_annotation=annotations.get("return", _empty))
