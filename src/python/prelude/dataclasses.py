"""dataclasses: classes whose methods are made from their annotations.

The methods are compiled from text, so that wrong calls are refused in the same words as those of a written __init__."""

from _prelude import run_text as _run_text

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
           "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


class _FieldKind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FieldKind("_FIELD")
_FIELD_CLASSVAR = _FieldKind("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FieldKind("_FIELD_INITVAR")


class InitVar:
    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self._metadata = metadata if metadata is None else _read_only(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @property
    def metadata(self):
        return _read_only({}) if self._metadata is None else self._metadata

    def __repr__(self):
        if id(self) in _showing:
            return "..."
        _showing.add(id(self))
        try:
            return self._shown()
        finally:
            _showing.discard(id(self))

    def _shown(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},"
                f"init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},"
                f"metadata={self.metadata!r},kw_only={self.kw_only!r},_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        tell = getattr(type(self.default), "__set_name__", None)
        if tell:
            tell(self.default, owner, name)


_showing = set()  # the ids of fields whose repr is being made


def _read_only(mapping):
    from types import MappingProxyType
    return MappingProxyType(mapping)


class _DataclassParams:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq, self.order, self.unsafe_hash, self.frozen = init, repr, eq, order, unsafe_hash, frozen

    def __repr__(self):
        return (f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
                f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


_compiled = {}  # makers of functions, by text


def _function(cls, name, parameters, body, space):
    """A function of this text; `space` are the names that its text uses, as the maker's parameters."""
    names = list(space)
    lines = [f"def make({', '.join(names)}):", f" def {name}({', '.join(parameters)}):"]
    lines.extend(["  " + line for line in body])
    lines.append(f" return {name}\n")
    text = "\n".join(lines)
    if text not in _compiled:
        made = {}
        _run_text(text, made)
        _compiled[text] = made["make"]
    function = _compiled[text](*[space[name] for name in names])
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    function.__module__ = cls.__module__
    return function


def _head(annotation):
    """Of "  typing.ClassVar [int]": ("typing", "ClassVar"), as Lib/dataclasses.py reads it without evaluating it."""
    import re
    found = re.match(r"^(?:\s*(\w+)\s*\.)?\s*(\w+)", annotation)
    return (None, None) if found is None else found.groups()


def _names(cls, annotation, wanted, module_name):
    """Whether a text names this object: by itself in the class's module, or as an attribute of the module it is in."""
    import sys
    module, name = _head(annotation)
    space = sys.modules.get(cls.__module__)
    if module is not None:
        space = getattr(space, module, None)
        if space is None or space is not sys.modules.get(module_name):
            return False
    return space is not None and wanted(space.__dict__.get(name))


def _is_classvar(cls, annotation):
    if isinstance(annotation, str):
        return "ClassVar" in annotation and _names(cls, annotation, lambda found: found is _class_var(), "typing")
    return getattr(annotation, "__origin__", annotation) is _class_var()


def _class_var():
    import sys
    typing = sys.modules.get("typing")
    return _MISSING_TYPE if typing is None else typing.ClassVar


def _is_initvar(cls, annotation):
    if isinstance(annotation, str):
        return "InitVar" in annotation and _names(cls, annotation, lambda found: found is InitVar or type(found) is InitVar, "dataclasses")
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY or (isinstance(annotation, str) and annotation.strip() in ("KW_ONLY", "dataclasses.KW_ONLY"))


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING
        made = field(default=default)
    made.name, made.type = name, annotation
    made._field_type = _FIELD
    if _is_classvar(cls, annotation):
        made._field_type = _FIELD_CLASSVAR
    if made._field_type is _FIELD and _is_initvar(cls, annotation):
        made._field_type = _FIELD_INITVAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = default_kw_only
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    return made


def _make_init(cls, listed, has_post_init, frozen, slots):
    plain = [f for f in listed if f.init and not f.kw_only]
    keyword = [f for f in listed if f.init and f.kw_only]
    seen_default = False
    for f in plain:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    space = {"_missing": MISSING, "_factory": _HAS_DEFAULT_FACTORY, "_set": object.__setattr__}
    this = "self" if all([f.name != "self" for f in listed]) else "__dataclass_self__"
    body = []
    for f in listed:
        if f._field_type is _FIELD_INITVAR:
            if f.default is not MISSING:
                space[f"_default_{f.name}"] = f.default
            continue
        value = None
        if f.default_factory is not MISSING:
            space[f"_default_{f.name}"] = f.default_factory
            value = f"_default_{f.name}()"
            if f.init:
                value += f" if {f.name} is _factory else {f.name}"
        elif f.init:
            if f.default is not MISSING:
                space[f"_default_{f.name}"] = f.default
            value = f.name
        elif slots and f.default is not MISSING:
            space[f"_default_{f.name}"] = f.default
            value = f"_default_{f.name}"
        if value is not None:
            body.append(f"_set({this}, {f.name!r}, {value})" if frozen else f"{this}.{f.name} = {value}")
    if has_post_init:
        body.append(f"{this}.__post_init__({', '.join([f.name for f in listed if f._field_type is _FIELD_INITVAR])})")

    def parameter(f):
        if f.default is MISSING and f.default_factory is MISSING:
            return f.name
        return f"{f.name}=_default_{f.name}" if f.default_factory is MISSING else f"{f.name}=_factory"

    parameters = [this] + [parameter(f) for f in plain]
    if keyword:
        parameters.append("*")
        parameters.extend([parameter(f) for f in keyword])
    function = _function(cls, "__init__", parameters, body or ["pass"], space)
    annotations = {f.name: f.type for f in plain + keyword}
    annotations["return"] = None
    function.__annotations__ = annotations
    return function


def _tuple_text(listed, of):
    return "(" + "".join([f"{of}.{f.name}," for f in listed]) + ")"


def _make_repr(cls, listed):
    shown = ", ".join([f"{f.name}={{self.{f.name}!r}}" for f in listed])
    body = ["key = id(self)", "if key in _running:", " return '...'", "_running.add(key)", "try:",
            f" return self.__class__.__qualname__ + f'({shown})'", "finally:", " _running.discard(key)"]
    function = _function(cls, "__repr__", ["self"], body, {"_running": _running})
    function._of_dataclass = True  # pprint lays these out
    return function


_running = set()


def _make_compare(cls, name, operator, listed):
    mine, theirs = _tuple_text(listed, "self"), _tuple_text(listed, "other")
    return _function(cls, name, ["self", "other"],
                     ["if other.__class__ is self.__class__:", f" return {mine}{operator}{theirs}", "return NotImplemented"], {})


def _make_frozen(cls, listed):
    names = "(" + "".join([f"{f.name!r}," for f in listed]) + ")"
    space = {"cls": cls, "FrozenInstanceError": FrozenInstanceError}
    test = f"if type(self) is cls or name in {names}:" if listed else "if type(self) is cls:"
    return (_function(cls, "__setattr__", ["self", "name", "value"],
                      [test, " raise FrozenInstanceError(f'cannot assign to field {name!r}')", "super(cls, self).__setattr__(name, value)"], space),
            _function(cls, "__delattr__", ["self", "name"],
                      [test, " raise FrozenInstanceError(f'cannot delete field {name!r}')", "super(cls, self).__delattr__(name)"], space))


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    found = {}
    any_frozen_base = False
    has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get(_FIELDS)
        if base_fields is not None:
            has_dataclass_bases = True
            for f in base_fields.values():
                found[f.name] = f
            if base.__dict__[_PARAMS].frozen:
                any_frozen_base = True
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    seen_kw_only = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation):
            if seen_kw_only:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_kw_only = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen_base and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, found)
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and "__eq__" in cls.__dict__))
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    every = [f for f in found.values() if f._field_type is not _FIELD_CLASSVAR]
    listed = [f for f in every if f._field_type is _FIELD]
    if init:
        _set_new(cls, "__init__", _make_init(cls, every, hasattr(cls, "__post_init__"), frozen, slots))
    if repr:
        _set_new(cls, "__repr__", _make_repr(cls, [f for f in listed if f.repr]))
    compared = [f for f in listed if f.compare]
    if eq:
        _set_new(cls, "__eq__", _make_compare(cls, "__eq__", "==", compared))
    if order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _set_new(cls, name, _make_compare(cls, name, operator, compared)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
    if frozen:
        for function in _make_frozen(cls, listed):
            if _set_new(cls, function.__name__, function):
                raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")
    hashed = [f for f in listed if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = _function(cls, "__hash__", ["self"], [f"return hash({_tuple_text(hashed, 'self')})"], {})
    elif eq and frozen:
        if not has_explicit_hash:
            cls.__hash__ = _function(cls, "__hash__", ["self"], [f"return hash({_tuple_text(hashed, 'self')})"], {})
    elif eq and not has_explicit_hash:
        cls.__hash__ = None
    if not cls.__dict__.get("__doc__"):
        cls.__doc__ = cls.__name__ + _signature_text(every)
    if match_args:
        _set_new(cls, "__match_args__", tuple([f.name for f in every if f.init and not f.kw_only]))
    if slots:
        cls = _with_slots(cls, listed, weakref_slot)
        if frozen:  # whose attributes copy could not set one by one
            cls.__getstate__ = _dataclass_getstate
            cls.__setstate__ = _dataclass_setstate
    if "__abstractmethods__" in cls.__dict__:
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _signature_text(every):
    parts = []
    star = False
    for f in sorted([f for f in every if f.init], key=lambda f: bool(f.kw_only)):
        if f.kw_only and not star:
            parts.append("*")
            star = True
        text = f"{f.name}: {_annotation_text(f.type)}"
        if f.default_factory is not MISSING:
            text += " = <factory>"
        elif f.default is not MISSING:
            text += f" = {f.default!r}"
        parts.append(text)
    return f"({', '.join(parts)})"


def _annotation_text(annotation):
    """Lib/inspect.py, formatannotation."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        return annotation.__qualname__ if annotation.__module__ == "builtins" else f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _with_slots(cls, listed, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    space = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        if hasattr(slots, "__next__"):
            raise TypeError(f"Slots of '{base.__name__}' cannot be determined")
        inherited.update((slots,) if isinstance(slots, str) else slots)
    names = [f.name for f in listed]
    space["__slots__"] = tuple([name for name in names + (["__weakref__"] if weakref_slot else []) if name not in inherited])
    for name in names:
        space.pop(name, None)
    space.pop("__dict__", None)
    space.pop("__weakref__", None)
    made = type(cls)(cls.__name__, cls.__bases__, space)
    made.__qualname__ = cls.__qualname__
    return made


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")

    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict(obj, dict_factory)


def _asdict(obj, factory):
    if _is_instance(obj):
        return factory([(f.name, _asdict(getattr(obj, f.name), factory)) for f in fields(obj)])
    return _inside(obj, _asdict, factory)


def _inside(obj, convert, factory):
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[convert(item, factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([convert(item, factory) for item in obj])
    if isinstance(obj, dict):
        pairs = [(convert(key, factory), convert(value, factory)) for key, value in obj.items()]
        return type(obj)(iter(pairs))  # in 3.11 a defaultdict takes them for its factory, and refuses
    if isinstance(obj, (int, float, str, bytes, type(None))):
        return obj
    from copy import deepcopy
    return deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple(obj, tuple_factory)


def _astuple(obj, factory):
    if _is_instance(obj):
        return factory([_astuple(getattr(obj, f.name), factory) for f in fields(obj)])
    return _inside(obj, _astuple, factory)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
                   frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    space = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, space[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        from keyword import iskeyword
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation
    space["__annotations__"] = annotations
    space.setdefault("__module__", "types")
    from types import new_class
    cls = new_class(cls_name, bases, {}, lambda names: names.update(space))
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
                     kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
