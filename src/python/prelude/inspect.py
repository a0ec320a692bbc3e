"""What kind of thing something is, and how it can be called."""

import types as _types
from _prelude import code_flags as _code_flags, parameters as _parameters

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 64, 128, 256, 512
_FLAG_OF_STAR, _FLAG_OF_STARS = 1, 2


def _flags(obj):  # CodeFlags of bytecode.h, not CPython's
    while True:
        if isinstance(obj, _types.MethodType):
            obj = obj.__func__
        elif type(obj).__name__ == "partial" and hasattr(obj, "func"):
            obj = obj.func
        else:
            return _code_flags(obj)


def iscoroutinefunction(obj): return bool(_flags(obj) & 8)
def isgeneratorfunction(obj): return bool(_flags(obj) & 4)
def isasyncgenfunction(obj): return bool(_flags(obj) & 16)
def iscoroutine(object): return isinstance(object, _types.CoroutineType)
def isgenerator(object): return isinstance(object, _types.GeneratorType)
def isasyncgen(object): return isinstance(object, _types.AsyncGeneratorType)
def isawaitable(object):
    if isinstance(object, _types.CoroutineType) or hasattr(type(object), "__await__"):
        return True
    return isinstance(object, _types.GeneratorType) and bool(object.gi_code.co_flags & 256)
# type() says of what is C++ here and Python in CPython that it is a function; isinstance(), which is for who looks into it, does not.
def isfunction(object): return isinstance(object, _types.FunctionType) or type(object) is _types.FunctionType
def ismethod(object): return isinstance(object, _types.MethodType) or type(object) is _types.MethodType
def isbuiltin(object): return type(object) is _types.BuiltinFunctionType
def isclass(object): return isinstance(object, type)
def ismodule(object): return isinstance(object, _types.ModuleType)
def istraceback(object): return isinstance(object, _types.TracebackType)
def isabstract(object): return bool(isinstance(object, type) and getattr(object, "__abstractmethods__", None))


def isframe(object):
    return isinstance(object, _types.FrameType)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object) or ismethoddescriptor(object)


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()], default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        doc = next((base.__doc__ for base in object.__mro__[1:-1] if base.__doc__ is not None), None)
    elif doc is None and ismethod(object):
        for base in type(object.__self__).__mro__:
            inherited = base.__dict__.get(object.__name__)
            if inherited is not None and getattr(inherited, "__doc__", None) is not None:
                doc = inherited.__doc__
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getmro(cls):
    return cls.__mro__


def getmodule(object, _filename=None):
    import sys
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def getmodulename(path):
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def getattr_static(obj, attr, default=_code_flags):
    for names in ([vars(obj)] if hasattr(obj, "__dict__") else []) + [base.__dict__ for base in (obj if isclass(obj) else type(obj)).__mro__]:
        if attr in names:
            return names[attr]
    if default is _code_flags:
        raise AttributeError(attr)
    return default


def unwrap(func, *, stop=None):
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.add(id(func))
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if not (isclass(obj) or ismodule(obj) or callable(obj)):
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    own = obj.__dict__.get("__annotations__") if isclass(obj) else getattr(obj, "__annotations__", None)
    if eval_str and own:
        from typing import get_type_hints
        hints = get_type_hints(obj, globals, locals, include_extras=True)
        return {name: hints[name] for name in own}
    return dict(own or {})


# --- where code is ---


def currentframe():
    from _frames import running
    return running()


def stack(context=1):
    return getouterframes(currentframe(), context)


def trace(context=1):
    import sys
    return getinnerframes(sys.exc_info()[2], context)


def getouterframes(frame, context=1):
    infos = []
    while frame is not None:
        infos.append(_info(frame, frame.f_lineno, context))
        frame = frame.f_back
    return infos


def getinnerframes(tb, context=1):
    infos = []
    while tb is not None:
        infos.append(_info(tb.tb_frame, tb.tb_lineno, context))
        tb = tb.tb_next
    return infos


def _info(frame, line, context):
    from collections import namedtuple
    from _prelude import source_line
    global FrameInfo
    if FrameInfo is None:
        FrameInfo = namedtuple("FrameInfo", "frame filename lineno function code_context index")
    text = source_line(frame.f_code.co_filename, line) if context else ""
    return FrameInfo(frame, frame.f_code.co_filename, line, frame.f_code.co_name, [text + "\n"] if text else None, 0 if text else None)


FrameInfo = None

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"


def _state(what, letter, prefix):
    if getattr(what, letter + "_running"):
        return prefix + "RUNNING"
    if getattr(what, letter + "_frame") is None:
        return prefix + "CLOSED"
    from _prelude import has_begun
    return prefix + ("SUSPENDED" if has_begun(what) else "CREATED")


def getgeneratorstate(generator):
    return _state(generator, "gi", "GEN_")


def getcoroutinestate(coroutine):
    return _state(coroutine, "cr", "CORO_")


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = getattr(generator, "gi_frame", None)
    return {} if frame is None else frame.f_locals


def getcoroutinelocals(coroutine):
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals


# --- signatures ---


class _empty:
    """Stands where there is no default, or no annotation."""


_empty.__module__ = "inspect"


class _ParameterKind(int):
    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"

    @property
    def name(self):
        return ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")[self]

    @property
    def description(self):
        return ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")[self]

    value = property(int)


_ONLY, _ANY, _STAR, _KEYWORD, _STARS = [_ParameterKind(number) for number in range(5)]


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, _types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ONLY, _ANY, _STAR, _KEYWORD, _STARS
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in (0, 1, 2, 3, 4):
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        self._kind = _ParameterKind(kind)
        if default is not _empty and kind in (_STAR, _STARS):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        from keyword import iskeyword
        if iskeyword(name) and kind != _ONLY or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_code_flags, kind=_code_flags, annotation=_code_flags, default=_code_flags):
        def of(given, own):
            return own if given is _code_flags else given

        return type(self)(of(name, self.name), of(kind, self.kind), default=of(default, self.default), annotation=of(annotation, self.annotation))

    def __str__(self):
        text = {_STAR: "*", _STARS: "**"}.get(self.kind, "") + self.name
        if self.annotation is not _empty:
            text += f": {formatannotation(self.annotation)}"
        if self.default is not _empty:
            text += f" = {self.default!r}" if self.annotation is not _empty else f"={self.default!r}"
        return text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _parts(self):
        return self.name, self.kind, self.default, self.annotation

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash(self._parts())


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        given = []
        for name, one in self.signature.parameters.items():
            if one.kind in (_KEYWORD, _STARS) or name not in self.arguments:
                break
            if one.kind == _STAR:
                given.extend(self.arguments[name])
            else:
                given.append(self.arguments[name])
        return tuple(given)

    @property
    def kwargs(self):
        given, by_name = {}, False
        for name, one in self.signature.parameters.items():
            # From the first that is missing on, the rest can only be named.
            by_name = by_name or one.kind in (_KEYWORD, _STARS) or name not in self.arguments
            if by_name and name in self.arguments:
                if one.kind == _STARS:
                    given.update(self.arguments[name])
                else:
                    given[name] = self.arguments[name]
        return given

    def apply_defaults(self):
        filled = {}
        for name, one in self.signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif one.default is not _empty:
                filled[name] = one.default
            elif one.kind == _STAR:
                filled[name] = ()
            elif one.kind == _STARS:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    __hash__ = None

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found, defaults_began = {}, False
        for one in parameters or ():
            if __validate_parameters__:
                last = next(reversed(found.values())) if found else one
                if one.kind < last.kind:
                    raise ValueError(f"wrong parameter order: {last.kind.description} parameter before {one.kind.description} parameter")
                if one.kind in (_ONLY, _ANY):
                    if one.default is _empty and defaults_began:
                        raise ValueError("non-default argument follows default argument")
                    defaults_began = defaults_began or one.default is not _empty
                if one.name in found:
                    raise ValueError(f"duplicate parameter name: {one.name!r}")
            found[one.name] = one
        self._parameters = _types.MappingProxyType(found)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, **kwargs):
        return signature(obj, **kwargs)

    def replace(self, *, parameters=_code_flags, return_annotation=_code_flags):
        return type(self)(self.parameters.values() if parameters is _code_flags else parameters,
                          return_annotation=self.return_annotation if return_annotation is _code_flags else return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, kwargs, at = {}, dict(kwargs), 0
        stars = None
        for one in self.parameters.values():
            if one.kind == _STARS:
                stars = one
            elif one.kind == _STAR:
                if at < len(args):
                    arguments[one.name] = tuple(args[at:])
                at = len(args)
            elif one.kind in (_ONLY, _ANY) and at < len(args):
                if one.kind == _ANY and one.name in kwargs:
                    raise TypeError(f"multiple values for argument {one.name!r}")
                arguments[one.name] = args[at]
                at += 1
            elif one.kind != _ONLY and one.name in kwargs:
                arguments[one.name] = kwargs.pop(one.name)
            elif one.kind == _ONLY and one.name in kwargs and one.default is _empty and not any([other.kind == _STARS for other in self.parameters.values()]):
                raise TypeError(f"{one.name!r} parameter is positional only, but was passed as a keyword")
            elif one.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {one.name!r}")
        if at < len(args):
            raise TypeError("too many positional arguments")
        if kwargs:
            if stars is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[stars.name] = kwargs
        return BoundArguments(self, arguments)

    def __str__(self):
        shown, starred, last = [], False, None
        for one in self.parameters.values():
            if last == _ONLY and one.kind != _ONLY:
                shown.append("/")
            if one.kind == _KEYWORD and not starred:
                shown.append("*")
            starred = starred or one.kind in (_STAR, _KEYWORD)
            shown.append(str(one))
            last = one.kind
        if last == _ONLY:
            shown.append("/")
        text = f"({', '.join(shown)})"
        return text if self.return_annotation is _empty else f"{text} -> {formatannotation(self.return_annotation)}"

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def _parts(self):
        """What two signatures share if they are equal: keyword-only parameters may stand in any order."""
        named = {one.name: one for one in self.parameters.values() if one.kind == _KEYWORD}
        return [one for one in self.parameters.values() if one.kind != _KEYWORD], named, self.return_annotation

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Signature) else NotImplemented

    def __hash__(self):
        others, named, returned = self._parts()
        return hash((tuple(others), frozenset(named.values()), returned))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, _types.MethodType):
        return _without_first(signature(obj.__func__, eval_str=eval_str))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda each: hasattr(each, "__signature__"))
        if isinstance(obj, _types.MethodType):
            return signature(obj)
    own = getattr(obj, "__signature__", None)
    if own is not None:
        return own
    if isinstance(obj, _types.FunctionType):
        return _of_function(obj, eval_str)
    told = _of_native(obj)
    if told is not None:
        return told
    if type(obj).__name__ == "partial" and hasattr(obj, "func"):
        return _of_partial(obj)
    if isinstance(obj, type):
        return _of_class(obj)
    call = getattr(type(obj), "__call__", None)
    if isinstance(call, _types.FunctionType):
        return _without_first(signature(call))
    raise ValueError(f"no signature found for builtin {obj!r}")


def _of_native(obj):
    """Of what is C++: a package may say how it can be called (a module _signatures). None: nothing is said of it."""
    name, bound = getattr(obj, "__qualname__", None), None
    if isinstance(name, str) and not isinstance(obj, type) and "." in name:
        holder = name.partition(".")[0]
        bound = getattr(obj, "__self__", None)
        home = getattr(obj, "__objclass__", None) or next((base for base in type(bound).__mro__ if base.__qualname__ == holder), None)
        module = getattr(home, "__module__", None)
    else:
        module = getattr(obj, "__module__", None)
    package = module.partition(".")[0].lstrip("_") if isinstance(module, str) else ""
    if package not in _packages_that_say or not isinstance(name, str):
        return None
    if package not in _said:
        import importlib
        lines = importlib.import_module(package + "._signatures").lines
        _said[package] = dict(line.split(" ", 1) for line in lines.strip().split("\n"))
    text = _said[package].get(name)
    if text is None:
        return None
    found = _parsed(text)
    return found if bound is None else _without_first(found)


_packages_that_say, _said = ("asyncio",), {}
_words = {"None": None, "False": False, "True": True}


def _parsed(text):
    found, kind = [], _ANY
    for part in text[1:-1].split(", "):
        if part == "/":
            found = [one.replace(kind=_ONLY) for one in found]
        elif part == "*":
            kind = _KEYWORD
        elif part.startswith("**"):
            found.append(Parameter(part[2:], _STARS))
        elif part.startswith("*"):
            found.append(Parameter(part[1:], _STAR))
            kind = _KEYWORD
        elif part:
            name, given, default = part.partition("=")
            value = _words[default] if default in _words else default[1:-1] if default[:1] == "'" else int(default) if given else _empty
            found.append(Parameter(name, kind, default=value))
    return Signature(found)


def _of_class(cls):
    new, init = cls.__new__, cls.__init__
    if isinstance(new, _types.FunctionType) and not (isinstance(init, _types.FunctionType) and "__init__" in cls.__dict__):
        return _without_first(signature(new))
    if isinstance(init, _types.FunctionType):
        return _without_first(signature(init))
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return Signature()
    raise ValueError(f"no signature found for builtin type {cls!r}")


def _without_first(found):
    listed = list(found.parameters.values())
    if not listed or listed[0].kind in (_STARS, _KEYWORD):
        raise ValueError("invalid method signature")
    return found.replace(parameters=listed if listed[0].kind == _STAR else listed[1:])


def _of_function(function, eval_str=False):
    names, only, positional, keyword, flags = _parameters(function)
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    annotations = get_annotations(function, eval_str=eval_str)
    found = []

    def add(name, kind, default=_empty):
        found.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)) if name.isidentifier()
                     else _hidden(name, kind, default))

    for at in range(positional):
        place = at - (positional - len(defaults))
        add(names[at], _ONLY if at < only else _ANY, defaults[place] if place >= 0 else _empty)
    after = positional + keyword
    if flags & _FLAG_OF_STAR:
        add(names[after], _STAR)
        after += 1
    for at in range(positional, positional + keyword):
        add(names[at], _KEYWORD, keyword_defaults.get(names[at], _empty))
    if flags & _FLAG_OF_STARS:
        add(names[after], _STARS)
    return Signature(found, return_annotation=annotations.get("return", _empty), __validate_parameters__=False)


def _hidden(name, kind, default):
    """The parameter of a comprehension, which CPython calls by a number."""
    return Parameter("implicit" + name[1:], _ONLY, default=default)


def _of_partial(obj):
    inner = signature(obj.func)
    bound = inner.bind_partial(*obj.args, **obj.keywords)
    listed, named = [], False
    for name, one in inner.parameters.items():
        given = name in bound.arguments
        if given and one.kind in (_ONLY, _ANY) and name not in obj.keywords:
            continue  # taken by position
        if one.kind == _STAR and named:
            continue
        if name in obj.keywords and one.kind in (_ANY, _KEYWORD):
            one = one.replace(default=obj.keywords[name], kind=_KEYWORD)
            named = True
        elif named and one.kind == _ANY:
            one = one.replace(kind=_KEYWORD)
        listed.append(one)
    return inner.replace(parameters=listed)


def getfullargspec(func):
    from collections import namedtuple
    found = signature(func, follow_wrapped=False)
    kinds = {kind: [one for one in found.parameters.values() if one.kind == kind] for kind in range(5)}
    plain = kinds[_ONLY] + kinds[_ANY]
    annotations = {one.name: one.annotation for one in found.parameters.values() if one.annotation is not _empty}
    if found.return_annotation is not _empty:
        annotations = {"return": found.return_annotation, **annotations}
    make = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")
    return make([one.name for one in plain], kinds[_STAR][0].name if kinds[_STAR] else None, kinds[_STARS][0].name if kinds[_STARS] else None,
                tuple([one.default for one in plain if one.default is not _empty]) or None, [one.name for one in kinds[_KEYWORD]],
                {one.name: one.default for one in kinds[_KEYWORD] if one.default is not _empty} or None, annotations)
