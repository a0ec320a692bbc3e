"""Anything as what JSON has: dicts, lists, texts, numbers, booleans, None."""

import sys as _sys

_PLAIN = (str, int, float, type(None))


def _by_type(value):
    """The encoding of a standard type, or the value itself where there is none (types of modules that were not imported cannot occur)."""
    if isinstance(value, bytes):
        return value.decode()
    module = type(value).__module__
    for cls in type(value).__mro__:
        name, module = cls.__name__, cls.__module__
        if module == "datetime":
            if name in ("datetime", "date", "time"):
                return value.isoformat()
            if name == "timedelta":
                return value.total_seconds()
        elif module == "decimal" and name == "Decimal":
            exponent = value.as_tuple().exponent
            return int(value) if isinstance(exponent, int) and exponent >= 0 else float(value)
        elif module == "uuid" and name == "UUID" or module.startswith(("ipaddress", "pathlib", "pydantic")) and name in (
                "IPv4Address", "IPv6Address", "IPv4Network", "IPv6Network", "PurePath", "SecretStr", "SecretBytes", "AnyUrl", "NameEmail"):
            return str(value)
        elif name == "Pattern":
            return value.pattern
    return value


def _is_enum(value):
    enum = _sys.modules.get("enum")
    return enum is not None and isinstance(value, enum.Enum)


def jsonable_encoder(obj, include=None, exclude=None, by_alias=True, exclude_unset=False, exclude_defaults=False, exclude_none=False,
                     custom_encoder=None, sqlalchemy_safe=True):
    if custom_encoder:
        if type(obj) in custom_encoder:
            return custom_encoder[type(obj)](obj)
        for cls, encode in custom_encoder.items():
            if isinstance(obj, cls):
                return encode(obj)
    if include is not None and not isinstance(include, (set, dict)):
        include = set(include)
    if exclude is not None and not isinstance(exclude, (set, dict)):
        exclude = set(exclude)
    if hasattr(type(obj), "model_fields") and hasattr(obj, "model_dump"):
        found = obj.model_dump(mode="json", include=include, exclude=exclude, by_alias=by_alias, exclude_unset=exclude_unset,
                               exclude_none=exclude_none, exclude_defaults=exclude_defaults)
        return jsonable_encoder(found, exclude_none=exclude_none, exclude_defaults=exclude_defaults, sqlalchemy_safe=sqlalchemy_safe)

    def inner(value):
        return jsonable_encoder(value, by_alias=by_alias, exclude_unset=exclude_unset, exclude_defaults=exclude_defaults, exclude_none=exclude_none,
                                custom_encoder=custom_encoder, sqlalchemy_safe=sqlalchemy_safe)

    if hasattr(type(obj), "__dataclass_fields__"):
        import dataclasses

        return jsonable_encoder(dataclasses.asdict(obj), include=include, exclude=exclude, by_alias=by_alias, exclude_unset=exclude_unset,
                                exclude_defaults=exclude_defaults, exclude_none=exclude_none, custom_encoder=custom_encoder,
                                sqlalchemy_safe=sqlalchemy_safe)
    if _is_enum(obj):
        return obj.value
    if isinstance(obj, _PLAIN):
        return obj
    if isinstance(obj, dict):
        allowed = set(obj)
        if include is not None:
            allowed &= set(include)
        if exclude is not None:
            allowed -= set(exclude)
        found = {}
        for key, value in obj.items():
            if sqlalchemy_safe and isinstance(key, str) and key.startswith("_sa") or value is None and exclude_none or key not in allowed:
                continue
            found[inner(key)] = inner(value)
        return found
    if isinstance(obj, (list, set, frozenset, tuple)) or type(obj).__name__ in ("generator", "deque"):
        return [inner(each) for each in obj]
    known = _by_type(obj)
    if known is not obj:
        return known
    try:
        data = dict(obj)
    except Exception as error:
        try:
            data = vars(obj)
        except Exception as other:
            raise ValueError([error, other]) from other
    return jsonable_encoder(data, include=include, exclude=exclude, by_alias=by_alias, exclude_unset=exclude_unset,
                            exclude_defaults=exclude_defaults, exclude_none=exclude_none, custom_encoder=custom_encoder,
                            sqlalchemy_safe=sqlalchemy_safe)


def encode_one(obj):
    """For json.dumps(default=): what JSON does not know itself, as jsonable_encoder has it."""
    return jsonable_encoder(obj)
