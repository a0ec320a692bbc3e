"""From models and what they hold to plain values: mode "python" keeps types, mode "json" leaves only what JSON has.

A field is written as its annotation says: an instance of a subclass shows the fields of the class that was named."""

import sys as _sys

from pydantic._annotations import typing as _typing
from pydantic._schema import is_model_class


class Options:
    def __init__(self, mode, by_alias, exclude_unset, exclude_defaults, exclude_none, round_trip=False):
        self.mode = mode
        self.is_json = mode == "json"
        self.by_alias = by_alias
        self.exclude_unset = exclude_unset
        self.exclude_defaults = exclude_defaults
        self.exclude_none = exclude_none
        self.round_trip = round_trip
        self.is_text = False  # on the way to a JSON text, where a float's field shows an int as a float


def dump_for_text(model, include, exclude, by_alias, exclude_unset, exclude_defaults, exclude_none, round_trip):
    options = Options("json", by_alias, exclude_unset, exclude_defaults, exclude_none, round_trip)
    options.is_text = True
    return _model(model, type(model), options, include, exclude)


def dump(model, mode="python", include=None, exclude=None, by_alias=False, exclude_unset=False, exclude_defaults=False, exclude_none=False,
         round_trip=False):
    return _model(model, type(model), Options(mode, by_alias, exclude_unset, exclude_defaults, exclude_none, round_trip), include, exclude)


def plain(value, mode="python", include=None, exclude=None, by_alias=False, exclude_unset=False, exclude_defaults=False, exclude_none=False,
          annotation=None):
    return _value(value, annotation, Options(mode, by_alias, exclude_unset, exclude_defaults, exclude_none), include, exclude)


def to_jsonable(value):
    return plain(value, "json")


def _within(rule, key):
    """What an include or exclude says of what is below `key`."""
    if isinstance(rule, dict):
        found = rule.get(key, rule.get("__all__") if isinstance(key, int) else None)
        return None if found is True or found is Ellipsis else found
    return None


def _is_out(exclude, key):
    if exclude is None:
        return False
    if isinstance(exclude, dict):
        found = exclude.get(key)
        return found is True or found is Ellipsis
    return key in exclude


def _model(value, cls, options, include, exclude):
    own = cls.__pydantic_validators__.model_serializer
    if own is not None:
        mark, function = own
        if mark.when_used != "json" or options.is_json:
            def rest(model):
                return _fields(model, cls, options, include, exclude)

            args = (rest,) if mark.mode == "wrap" else ()
            args += (_Info(options),) if function.takes_info else ()
            return _value(function.bound_to_instance(value)(*args), None, options, None, None)
    return _fields(value, cls, options, include, exclude)


class _Info:
    def __init__(self, options, field_name=None):
        self.mode = options.mode
        self.by_alias = options.by_alias
        self.exclude_unset = options.exclude_unset
        self.exclude_none = options.exclude_none
        self.field_name = field_name
        self.context = None

    def mode_is_json(self):
        return self.mode == "json"


def _fields(value, cls, options, include, exclude):
    held = value.__dict__
    given = getattr(value, "__pydantic_fields_set__", cls.model_fields)  # a dataclass does not know
    serializers = cls.__pydantic_validators__.field_serializers
    found = {}
    if cls.__pydantic_is_root__:
        return _value(held["root"], cls.model_fields["root"].annotation, options, include, exclude)
    for name, info in cls.model_fields.items():
        if name not in held or info.exclude or include is not None and name not in include or _is_out(exclude, name):
            continue
        if options.exclude_unset and name not in given:
            continue
        item = held[name]
        if item is None and options.exclude_none:
            continue
        if options.exclude_defaults and not info.is_required() and item == info.get_default(call_default_factory=True):
            continue
        key = info.serialization_alias if options.by_alias and info.serialization_alias is not None else name
        if name in serializers:
            found[key] = _by_function(serializers[name], value, name, item, info, options)
        elif info.metadata and (own := _annotated_serializer(info.metadata, options)) is not None:
            found[key] = _value(own(item), None, options, None, None)
        else:
            found[key] = _value(item, info.annotation, options, _within(include, name), _within(exclude, name))
    extra = getattr(value, "__pydantic_extra__", None)
    if extra:
        for name, item in extra.items():
            if not (include is not None and name not in include or _is_out(exclude, name) or item is None and options.exclude_none):
                found[name] = _value(item, None, options, None, None)
    if not options.round_trip:
        for name, said in cls.model_computed_fields.items():
            if include is not None and name not in include or _is_out(exclude, name):
                continue
            item = getattr(value, name)
            if item is None and options.exclude_none:
                continue
            key = said["alias"] if options.by_alias and said["alias"] else name
            found[key] = _value(item, None, options, None, None)
    return found


def _by_function(serializer, model, name, item, info, options):
    mark, function = serializer
    if mark.when_used in ("json", "json-unless-none") and not options.is_json or mark.when_used in ("unless-none", "json-unless-none") and item is None:
        return _value(item, info.annotation, options, None, None)
    args = (item,)
    if mark.mode == "wrap":
        args += (lambda each: _value(each, info.annotation, options, None, None),)
    if function.takes_info:
        args += (_Info(options, name),)
    return _value(function.__get__(model, type(model))(*args), None, options, None, None)


def _annotated_serializer(metadata, options):
    for each in metadata:
        function = getattr(each, "serializer", None)
        if function is not None and (each.when_used != "json" or options.is_json):
            if each.mode == "wrap":
                return lambda item: function(item, lambda inner: _value(inner, None, options, None, None))
            return function
    return None


_NO_MODELS = frozenset((str, int, float, bool, bytes, type(None), object))


def _parts(annotation):
    if annotation is None or annotation in _NO_MODELS or isinstance(annotation, type) and not hasattr(annotation, "__origin__"):
        return None, ()
    origin = _typing.get_origin(annotation)
    args = _typing.get_args(annotation)
    if origin is _typing.Annotated:
        return _parts(args[0])
    return origin, args


def _chosen(value, annotation):
    """The member of a union that the value is of."""
    origin, args = _parts(annotation)
    if origin is _typing.Union or type(annotation).__name__ == "UnionType":
        for member in args:
            if member is type(value):
                return member
        for member in args:
            plain_member = _typing.get_args(member)[0] if _typing.get_origin(member) is _typing.Annotated else member
            inner = _typing.get_origin(plain_member) or plain_member
            if isinstance(inner, type) and isinstance(value, inner):
                return plain_member
        return None
    return annotation


def _value(value, annotation, options, include, exclude):
    kind = type(value)
    if value is None or kind is str or kind is int or kind is float or kind is bool:
        return float(value) if kind is int and annotation is float and options.is_text else value
    if annotation is not None and type(annotation) is not type:
        if hasattr(annotation, "__metadata__"):
            own = _annotated_serializer(annotation.__metadata__, options)
            if own is not None:
                return _value(own(value), None, options, None, None)
            annotation = _typing.get_args(annotation)[0]
        annotation = _chosen(value, annotation)
    if is_model_class(kind):
        as_class = annotation if annotation is not None and is_model_class(annotation) and isinstance(value, annotation) else kind
        return _model(value, as_class, options, include, exclude)
    if isinstance(value, dict):
        _, args = _parts(annotation)
        inner = args[1] if len(args) == 2 else None
        found = {}
        for key, item in value.items():
            if include is not None and key not in include or _is_out(exclude, key):
                continue
            found[_key(key, options)] = _value(item, inner, options, _within(include, key), _within(exclude, key))
        return found
    if isinstance(value, (list, tuple, set, frozenset)) or kind.__name__ in ("deque", "generator"):
        return _items(value, annotation, options, include, exclude)
    if hasattr(kind, "__dataclass_fields__"):
        behind = getattr(kind, "__pydantic_behind__", None)
        if behind is not None:
            return _fields(value, behind, options, include, exclude)
        return {name: _value(getattr(value, name), None, options, _within(include, name), _within(exclude, name))
                for name in kind.__dataclass_fields__ if (include is None or name in include) and not _is_out(exclude, name)}
    if not options.is_json:
        return value
    return scalar(value)


def _items(value, annotation, options, include, exclude):
    origin, args = _parts(annotation)
    fixed = origin is tuple and args and args[-1] is not Ellipsis
    found = []
    for at, item in enumerate(value):
        if include is not None and at not in include and "__all__" not in include or _is_out(exclude, at):
            continue
        inner = (args[at] if fixed and at < len(args) else args[0]) if args else None
        found.append(_value(item, inner, options, _within(include, at), _within(exclude, at)))
    if options.is_json or isinstance(value, list) or type(value).__name__ == "generator":
        return found
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*found)
    try:
        return type(value)(found)
    except TypeError:  # what was hashable is a dict now
        return found


def _key(key, options):
    if not options.is_json or type(key) is str:
        return key
    if key is None:
        return "None"
    if isinstance(key, bool):
        return "true" if key else "false"
    found = scalar(key)
    return found if isinstance(found, str) else str(found)


def scalar(value):
    """A value of one of the standard types as JSON's."""
    enum = _sys.modules.get("enum")
    if enum is not None and isinstance(value, enum.Enum):
        return _value(value.value, None, Options("json", False, False, False, False), None, None)
    if isinstance(value, (str, int, float)):
        return str(value) if isinstance(value, str) else int(value) if isinstance(value, int) else float(value)
    if isinstance(value, bytes):
        return value.decode()
    for cls in type(value).__mro__:
        name, module = cls.__name__, cls.__module__
        if module == "datetime":
            if name == "datetime" or name == "time":
                text = value.isoformat()
                return text[:-6] + "Z" if text.endswith("+00:00") else text
            if name == "date":
                return value.isoformat()
            if name == "timedelta":
                return duration(value)
        elif name in ("UUID", "Decimal", "PurePath", "IPv4Address", "IPv6Address", "IPv4Network", "IPv6Network", "SecretStr", "AnyUrl", "NameEmail"):
            return str(value)
        elif name == "Pattern":
            return value.pattern
    if hasattr(value, "__iter__") and not hasattr(value, "keys"):
        return [_value(item, None, Options("json", False, False, False, False), None, None) for item in value]
    raise PydanticSerializationError(f"Unable to serialize unknown type: {type(value)}")


class PydanticSerializationError(ValueError):
    pass


def duration(value):
    """ISO 8601's form of a timedelta, as pydantic-core writes it."""
    total = value.days * 86400 * 1000000 + value.seconds * 1000000 + value.microseconds
    sign = "-" if total < 0 else ""
    days, rest = divmod(abs(total), 86400 * 1000000)
    text = sign + "P" + (f"{days}D" if days else "")
    hours, rest = divmod(rest, 3600 * 1000000)
    minutes, rest = divmod(rest, 60 * 1000000)
    seconds, micro = divmod(rest, 1000000)
    if hours or minutes or seconds or micro or not days:
        text += "T"
        if hours:
            text += f"{hours}H"
        if minutes:
            text += f"{minutes}M"
        if seconds or micro or not (hours or minutes):
            text += f"{seconds}" + (f".{micro:06d}".rstrip("0") if micro else "") + "S"
    return text


def json_text(value, indent=None):
    import json

    value = _without_nan(value)
    if indent is None:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _without_nan(value):
    """JSON has no NaN and no infinity: null."""
    if isinstance(value, float):
        return None if value != value or value in (float("inf"), float("-inf")) else value
    if isinstance(value, dict):
        return {key: _without_nan(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_nan(item) for item in value]
    return value
