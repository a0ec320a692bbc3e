"""From annotations to validators: functions of one value that give it back converted, or raise Invalid.

Conversions are those of pydantic 2's lax mode for Python values (pydantic-core's input_python.rs). A validator made for an
annotation is kept with it nowhere: models make theirs once, when their class is made."""

import sys as _sys

from pydantic._annotations import UnionType, typing as _typing
from pydantic._errors import Invalid, PydanticUserError, ValidationError, invalid, within

__all__ = ["validator_of", "describe", "Strict", "MISSING"]


class _Missing:
    def __repr__(self):
        return "PydanticUndefined"

    def __bool__(self):
        return False


MISSING = _Missing()
from_attributes = False  # whether an object with attributes is as good as a dict; fastapi says so while it reads a body
strict_of = None  # "python" or "json" while model_validate(strict=True) or its like runs: what is converted then must not be
_LONGEST_INT = 4300  # characters, as for Python's own int()
_TRUE = frozenset(("1", "on", "t", "true", "y", "yes"))
_FALSE = frozenset(("0", "off", "f", "false", "n", "no"))


# --- scalars ---


def _any(value):
    return value


def _none(value):
    if value is None:
        return None
    raise invalid("none_required", "Input should be None", value)


def _int(value):
    kind = type(value)
    if kind is int:
        return value
    if strict_of is not None:
        raise invalid("int_type", "Input should be a valid integer", value)
    if kind is bool:
        return int(value)
    if kind is float:
        if value != value or value in (float("inf"), float("-inf")):
            raise invalid("finite_number", "Input should be a finite number", value)
        if value != int(value):
            raise invalid("int_from_float", "Input should be a valid integer, got a number with a fractional part", value)
        return int(value)
    if isinstance(value, (str, bytes)):
        if len(value) > _LONGEST_INT:
            raise invalid("int_parsing_size", "Unable to parse input string as an integer, exceeded maximum size", value)
        number = _int_of_text(value.decode() if isinstance(value, bytes) else value)
        if number is None:
            raise invalid("int_parsing", "Input should be a valid integer, unable to parse string as an integer", value)
        return number
    if isinstance(value, int):
        return int(value)
    raise invalid("int_type", "Input should be a valid integer", value)


def _int_of_text(text):
    text = text.strip()
    whole, dot, rest = text.partition(".")
    if dot and (rest.strip("0") or not whole):
        return None
    digits = whole[1:] if whole[:1] in ("+", "-") else whole
    if not digits.isascii() or not digits.replace("_", "").isdigit() or "__" in digits or digits[0] == "_" or digits[-1] == "_":
        return None
    return int(whole)


def _float(value):
    kind = type(value)
    if kind is float:
        return value
    if strict_of is not None and kind is not int:
        raise invalid("float_type", "Input should be a valid number", value)
    if kind is int or kind is bool:
        return float(value)
    if isinstance(value, (str, bytes)):
        try:
            return float(value)
        except ValueError:
            raise invalid("float_parsing", "Input should be a valid number, unable to parse string as a number", value) from None
    if isinstance(value, (int, float)) or hasattr(value, "__float__"):
        return float(value)
    raise invalid("float_type", "Input should be a valid number", value)


def _bool(value):
    if value is True or value is False:
        return value
    if strict_of is not None:
        raise invalid("bool_type", "Input should be a valid boolean", value)
    if isinstance(value, (int, float)):
        if value == 0 or value == 1:
            return value == 1
        raise invalid("bool_parsing", "Input should be a valid boolean, unable to interpret input", value)
    if isinstance(value, (str, bytes)):
        text = (value.decode() if isinstance(value, bytes) else value).lower()
        if text in _TRUE:
            return True
        if text in _FALSE:
            return False
        raise invalid("bool_parsing", "Input should be a valid boolean, unable to interpret input", value)
    raise invalid("bool_type", "Input should be a valid boolean", value)


def _str(value):
    if type(value) is str:
        return value
    if isinstance(value, str):
        return str(value.value) if hasattr(value, "_value_") else str(value)
    if isinstance(value, (bytes, bytearray)) and strict_of is None:
        try:
            return value.decode()
        except UnicodeDecodeError:
            raise invalid("string_unicode", "Input should be a valid string, unable to parse raw data as a unicode string", value) from None
    raise invalid("string_type", "Input should be a valid string", value)


def _bytes(value):
    if isinstance(value, bytes):
        return value
    if isinstance(value, bytearray) and strict_of is None:
        return bytes(value)
    if isinstance(value, str) and strict_of != "python":
        return value.encode()
    raise invalid("bytes_type", "Input should be a valid bytes", value)


_SCALARS = {int: _int, float: _float, bool: _bool, str: _str, bytes: _bytes, object: _any, type(None): _none, None: _none}

_STRICT = {
    int: (lambda value: type(value) is int, "int_type", "Input should be a valid integer"),
    float: (lambda value: type(value) in (float, int), "float_type", "Input should be a valid number"),
    bool: (lambda value: type(value) is bool, "bool_type", "Input should be a valid boolean"),
    str: (lambda value: isinstance(value, str), "string_type", "Input should be a valid string"),
    bytes: (lambda value: isinstance(value, bytes), "bytes_type", "Input should be a valid bytes"),
}


def _strict(annotation, lax):
    if annotation not in _STRICT:
        return lax
    fits, type, message = _STRICT[annotation]

    def check(value):
        if not fits(value):
            raise invalid(type, message, value)
        return lax(value)

    return check


class Strict:
    def __init__(self, strict=True):
        self.strict = strict


# --- containers ---


_STRICT_CONTAINERS = {"list_type": list, "tuple_type": tuple, "set_type": set, "frozen_set_type": frozenset}


def _items_of(value, type, message):
    if strict_of is not None and not isinstance(value, list if strict_of == "json" else _STRICT_CONTAINERS[type]):
        raise invalid(type, message, value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return value
    if isinstance(value, (str, bytes, bytearray, dict)) or not hasattr(value, "__iter__"):
        raise invalid(type, message, value)
    if hasattr(value, "keys"):
        raise invalid(type, message, value)
    return list(value)


def _each(items, check):
    if check is _any:
        return list(items)
    found, lines = [], None
    for at, item in enumerate(items):
        try:
            found.append(check(item))
        except Invalid as error:
            lines = (lines or []) + within(at, error.lines)
    if lines is not None:
        raise Invalid(lines)
    return found


def _list(check):
    return lambda value: _each(_items_of(value, "list_type", "Input should be a valid list"), check)


def _set(check):
    return lambda value: set(_each(_items_of(value, "set_type", "Input should be a valid set"), check))


def _frozenset(check):
    return lambda value: frozenset(_each(_items_of(value, "frozen_set_type", "Input should be a valid frozenset"), check))


def _deque(check):
    from collections import deque

    return lambda value: deque(_each(_items_of(value, "list_type", "Input should be a valid list"), check))


def _tuple_of_any_length(check):
    return lambda value: tuple(_each(_items_of(value, "tuple_type", "Input should be a valid tuple"), check))


def _tuple(checks):
    def validate(value):
        items = list(_items_of(value, "tuple_type", "Input should be a valid tuple"))
        lines, found = [], []
        for at, check in enumerate(checks):
            if at >= len(items):
                lines.append({"type": "missing", "loc": (at,), "msg": "Field required", "input": value})
                continue
            try:
                found.append(check(items[at]))
            except Invalid as error:
                lines += within(at, error.lines)
        if len(items) > len(checks):
            raise invalid("too_long", f"Tuple should have at most {len(checks)} item{'s' if len(checks) != 1 else ''} after validation, not {len(items)}",
                          value, {"field_type": "Tuple", "max_length": len(checks), "actual_length": len(items)})
        if lines:
            raise Invalid(lines)
        return tuple(found)

    return validate


def _dict(key_check, value_check):
    def validate(value):
        if not isinstance(value, dict):
            if not hasattr(value, "keys") or not hasattr(value, "__getitem__"):
                raise invalid("dict_type", "Input should be a valid dictionary", value)
            value = {key: value[key] for key in value.keys()}
        found, lines = {}, []
        for key, item in value.items():
            place = key if isinstance(key, (str, int)) else str(key)
            good = True
            try:
                new_key = key_check(key)
            except Invalid as error:
                for line in error.lines:
                    line["loc"] = (place, "[key]") + line["loc"]
                lines += error.lines
                good = False
            try:
                new_item = value_check(item)
            except Invalid as error:
                lines += within(place, error.lines)
                good = False
            if good:
                found[new_key] = new_item
        if lines:
            raise Invalid(lines)
        return found

    return validate


# --- choices ---


def _or_list(texts):
    texts = list(texts)
    return texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + " or " + texts[-1]


def _literal(choices):
    expected = _or_list(repr(choice) for choice in choices)

    def validate(value):
        for choice in choices:
            if type(choice) is type(value) and choice == value:
                return choice
        raise invalid("literal_error", f"Input should be {expected}", value, {"expected": expected})

    return validate


def _enum(cls):
    expected = _or_list(repr(member.value) for member in cls)

    def validate(value):
        if isinstance(value, cls):
            return value
        if strict_of == "python":
            raise invalid("is_instance_of", f"Input should be an instance of {cls.__name__}", value, {"class": cls.__name__})
        for member in cls:
            if member.value == value and isinstance(value, bool) == isinstance(member.value, bool):
                return member
        if issubclass(cls, int) and not isinstance(value, int):  # an IntEnum is reached by "3" as an int is
            try:
                return validate(_int(value))
            except Invalid:
                pass
        missing = getattr(cls, "_missing_", None)
        found = missing(value) if missing is not None else None
        if found is not None:
            return found
        raise invalid("enum", f"Input should be {expected}", value, {"expected": expected})

    return validate


def _union(members):
    """Smart mode: the member whose own type the value has already, else the first that takes it."""
    checks = [(member, validator_of(member), describe(member)) for member in members]

    def validate(value):
        for member, check, _ in checks:
            if isinstance(member, type) and type(value) is member:
                return check(value)
        lines = []
        for member, check, name in checks:
            try:
                return check(value)
            except Invalid as error:
                lines += within(name, error.lines)
        raise Invalid(lines)

    return validate


def _optional(check):
    return lambda value: None if value is None else check(value)


def _tags_of(member, discriminator):
    """The values of the discriminator that say it is this member."""
    if _typing.get_origin(member) is _typing.Annotated:
        inner, *metadata = _typing.get_args(member)
        tags = [each.tag for each in metadata if hasattr(each, "tag")]
        return tags or _tags_of(inner, discriminator)
    if not hasattr(member, "model_fields"):
        return [tag for each in _typing.get_args(member) for tag in _tags_of(each, discriminator)]
    return _typing.get_args(member.model_fields[discriminator].annotation)


def _discriminated(members, discriminator):
    discriminator = getattr(discriminator, "discriminator", discriminator)
    find = discriminator if callable(discriminator) else None
    shown = f"{discriminator.__name__}()" if find else f"'{discriminator}'"
    checks = {}
    for member in members:
        for tag in _tags_of(member, discriminator):
            checks[tag] = validator_of(member)
    expected = ", ".join(repr(tag) for tag in checks)

    def validate(value):
        if find:
            tag = find(value)
            if tag is None:
                raise invalid("union_tag_not_found", f"Unable to extract tag using discriminator {shown}", value, {"discriminator": shown})
        elif isinstance(value, dict):
            if discriminator not in value:
                raise invalid("union_tag_not_found", f"Unable to extract tag using discriminator {shown}", value, {"discriminator": shown})
            tag = value[discriminator]
        elif value is None or isinstance(value, (str, bytes, int, float, list, tuple, set)):
            raise invalid("model_attributes_type", "Input should be a valid dictionary or object to extract fields from", value)
        else:
            tag = getattr(value, discriminator, None)
        if type(tag).__hash__ is None or tag not in checks:
            raise invalid("union_tag_invalid",
                          f"Input tag '{tag}' found using {shown} does not match any of the expected tags: {expected}", value,
                          {"discriminator": shown, "tag": str(tag), "expected_tags": expected})
        try:
            return checks[tag](value)
        except Invalid as error:
            raise Invalid(within(tag, error.lines)) from None

    return validate


# --- classes ---


def is_model_class(cls):
    return isinstance(cls, type) and hasattr(cls, "__pydantic_validators__")


def _instance(cls):
    name = cls.__name__

    def validate(value):
        if isinstance(value, cls):
            return value
        raise invalid("is_instance_of", f"Input should be an instance of {name}", value, {"class": name})

    return validate


def _callable(value):
    if callable(value):
        return value
    raise invalid("callable_type", "Input should be callable", value)


def _dataclass(cls):
    import dataclasses

    hints = _typing.get_type_hints(cls, include_extras=True)
    checks = [(each, validator_of(hints[each.name])) for each in dataclasses.fields(cls) if each.init]

    def validate(value):
        if isinstance(value, cls):
            return value
        if not isinstance(value, dict):
            raise invalid("dataclass_type", f"Input should be a dictionary or an instance of {cls.__name__}", value, {"class_name": cls.__name__})
        found, lines = {}, []
        for field, check in checks:
            if field.name in value:
                try:
                    found[field.name] = check(value[field.name])
                except Invalid as error:
                    lines += within(field.name, error.lines)
            elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
                lines.append({"type": "missing", "loc": (field.name,), "msg": "Field required", "input": value})
        if lines:
            raise Invalid(lines)
        return cls(**found)

    return validate


def _typed_dict(cls):
    hints = _typing.get_type_hints(cls, include_extras=True)
    required = cls.__required_keys__
    checks = [(name, validator_of(hint)) for name, hint in hints.items()]

    def validate(value):
        if not isinstance(value, dict):
            raise invalid("dict_type", "Input should be a valid dictionary", value)
        found, lines = {}, []
        for name, check in checks:
            if name in value:
                try:
                    found[name] = check(value[name])
                except Invalid as error:
                    lines += within(name, error.lines)
            elif name in required:
                lines.append({"type": "missing", "loc": (name,), "msg": "Field required", "input": value})
        if lines:
            raise Invalid(lines)
        return found

    return validate


# --- constraints that stand in Annotated or in Field ---


def _number_text(value):
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def _bound(name, limit, fits, words):
    type = {"gt": "greater_than", "ge": "greater_than_equal", "lt": "less_than", "le": "less_than_equal", "multiple_of": "multiple_of"}[name]

    def check(value):
        try:
            good = fits(value, limit)
        except TypeError:
            raise TypeError(f"Unable to apply constraint '{name}' to supplied value {value}") from None
        if not good:
            raise invalid(type, f"Input should be {words} {_number_text(limit)}", value, {name: limit})
        return value

    return check


_BOUNDS = {
    "gt": (lambda value, limit: value > limit, "greater than"),
    "ge": (lambda value, limit: value >= limit, "greater than or equal to"),
    "lt": (lambda value, limit: value < limit, "less than"),
    "le": (lambda value, limit: value <= limit, "less than or equal to"),
    "multiple_of": (lambda value, limit: value % limit == 0, "a multiple of"),
}
_FIELD_TYPES = {list: "List", set: "Set", frozenset: "Frozenset", tuple: "Tuple", dict: "Dictionary"}


def _plural(count, word):
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _length(least, most, of_anything=False):
    def check(value):
        size = len(value)
        if of_anything:
            kind = "Value"
        elif isinstance(value, str):
            if least is not None and size < least:
                raise invalid("string_too_short", f"String should have at least {_plural(least, 'character')}", value, {"min_length": least})
            if most is not None and size > most:
                raise invalid("string_too_long", f"String should have at most {_plural(most, 'character')}", value, {"max_length": most})
            return value
        elif isinstance(value, bytes):
            if least is not None and size < least:
                raise invalid("bytes_too_short", f"Data should have at least {_plural(least, 'byte')}", value, {"min_length": least})
            if most is not None and size > most:
                raise invalid("bytes_too_long", f"Data should have at most {_plural(most, 'byte')}", value, {"max_length": most})
            return value
        else:
            kind = _FIELD_TYPES.get(type(value), "Value")
        if least is not None and size < least:
            raise invalid("too_short", f"{kind} should have at least {_plural(least, 'item')} after validation, not {size}", value,
                          {"field_type": kind, "min_length": least, "actual_length": size})
        if most is not None and size > most:
            raise invalid("too_long", f"{kind} should have at most {_plural(most, 'item')} after validation, not {size}", value,
                          {"field_type": kind, "max_length": most, "actual_length": size})
        return value

    return check


def _pattern(pattern):
    import re

    text = pattern if isinstance(pattern, str) else pattern.pattern
    search = re.compile(pattern).search

    def check(value):
        if search(value) is None:
            raise invalid("string_pattern_mismatch", f"String should match pattern '{text}'", value, {"pattern": text})
        return value

    return check


def _finite(value):
    if value != value or value in (float("inf"), float("-inf")):
        raise invalid("finite_number", "Input should be a finite number", value)
    return value


def constraint_checks(constraints, is_float=False, of_anything=False):
    """The checks of a mapping such as {"gt": 0, "max_length": 5}, which run on the converted value."""
    after = []
    given = {name: limit for name, limit in constraints.items() if limit is not None}
    if given.get("strip_whitespace"):
        after.append(lambda value: value.strip())
    if given.get("to_lower"):
        after.append(lambda value: value.lower())
    if given.get("to_upper"):
        after.append(lambda value: value.upper())
    if "min_length" in given or "max_length" in given:
        after.append(_length(given.get("min_length"), given.get("max_length"), of_anything))
    if "pattern" in given:
        after.append(_pattern(given["pattern"]))
    if given.get("allow_inf_nan") is False:
        after.append(_finite)
    for name in ("multiple_of", "le", "lt", "ge", "gt"):
        if name in given:
            fits, words = _BOUNDS[name]
            after.append(_bound(name, float(given[name]) if is_float else given[name], fits, words))
    return after


def constrained(check, constraints, is_float=False, of_anything=False):
    """`of_anything`: the program's own function may have made the value, which has no type to speak of then."""
    after = constraint_checks(constraints, is_float, of_anything)
    if not after:
        return check

    def validate(value):
        found = check(value)
        try:
            for each in after:
                found = each(found)
        except Invalid as error:
            error.lines[0]["input"] = value  # as it came, not as it was converted
            raise
        return found

    return validate


def call_user(function, *args, given=MISSING):
    """A validator of the program's own: its ValueError and AssertionError are line errors, about the value as it was given."""
    if given is MISSING:
        given = args[0] if args else None
    try:
        return function(*args)
    except Invalid:
        raise
    except ValueError as error:
        lines = getattr(error, "_lines", None)
        if lines is not None:
            raise Invalid(lines) from None
        custom = getattr(error, "_custom", None)
        if custom is not None:
            raise invalid(custom[0], str(error), given, custom[1]) from None
        raise invalid("value_error", f"Value error, {error}", given, {"error": error}) from None
    except AssertionError as error:
        raise invalid("assertion_error", f"Assertion failed, {error}", given, {"error": error}) from None


def catchable(check, title):
    """A wrap validator's handler: what it finds wrong is a ValidationError, which the program may catch."""

    def handler(value, *context):
        try:
            return check(value)
        except Invalid as error:
            raise ValidationError(title, error.lines) from None

    return handler


CONSTRAINT_NAMES = ("gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length", "pattern", "strict", "strip_whitespace", "to_lower",
                     "to_upper", "allow_inf_nan")


def with_metadata(annotation, metadata):
    """The validator of Annotated[annotation, *metadata]."""
    strict = any(getattr(each, "strict", None) for each in metadata)
    discriminator = next((each.discriminator for each in metadata if getattr(each, "discriminator", None)), None)
    if discriminator is not None:
        check = _discriminated(_typing.get_args(annotation), discriminator)
    else:
        check = validator_of(annotation)
        if strict:
            check = _strict(annotation, check)
    present = [part for part in _typing.get_args(annotation) if part is not type(None)] if not isinstance(annotation, type) else []
    is_float = annotation is float or present == [float]
    is_optional = type(None) in _typing.get_args(annotation) and _typing.get_origin(annotation) is not _typing.Literal
    of_anything = False
    for each in metadata:
        wrap = getattr(each, "wrap_check", None)
        if wrap is not None:
            check = wrap(check)
            of_anything = True
            continue
        constraints = {}
        for name in CONSTRAINT_NAMES:
            limit = getattr(each, name, None)
            if limit is not None:
                constraints[name] = limit
        if constraints:
            if is_optional:  # constraints are those of the value that is there
                inner = constrained(_any, constraints, is_float, of_anything)
                check = (lambda present, outer: lambda value: None if (found := outer(value)) is None else present(found))(inner, check)
            else:
                check = constrained(check, constraints, is_float, of_anything)
    return check


# --- annotations ---


def describe(annotation):
    """The name a union's member has in a line error's loc."""
    if annotation is type(None) or annotation is None:
        return "none"
    origin = _typing.get_origin(annotation)
    if origin is _typing.Annotated:
        parts = _typing.get_args(annotation)
        inner = describe(parts[0])
        return f"constrained-{inner}" if inner in ("int", "str", "float") else inner
    if origin is _typing.Literal:
        return "literal[" + ",".join(repr(each) for each in _typing.get_args(annotation)) + "]"
    if origin in (list, set, frozenset, dict, tuple):
        return f"{origin.__name__}[" + ",".join(describe(each) for each in _typing.get_args(annotation)) + "]"
    if annotation in (list, set, frozenset, tuple):
        return f"{annotation.__name__}[any]"
    if annotation is dict:
        return "dict[any,any]"
    if annotation is _typing.Any:
        return "any"
    return getattr(annotation, "__name__", str(annotation))


_ABSTRACT = {"Sequence": list, "MutableSequence": list, "Iterable": list, "Collection": list, "Mapping": dict, "MutableMapping": dict,
             "Set": set, "MutableSet": set, "AbstractSet": set, "List": list, "Dict": dict, "FrozenSet": frozenset, "Tuple": tuple}


def validator_of(annotation):
    check = _SCALARS.get(annotation) if not isinstance(annotation, list) else None
    if check is not None:
        return check
    if annotation is _typing.Any:
        return _any
    own = getattr(annotation, "__pydantic_check__", None)
    if own is not None:
        return own
    origin = _typing.get_origin(annotation)
    parts = _typing.get_args(annotation)
    if origin is _typing.Annotated:
        return with_metadata(parts[0], parts[1:])
    if origin is _typing.Union or origin is UnionType:
        present = [part for part in parts if part is not type(None)]
        if len(present) < len(parts):
            return _optional(validator_of(present[0]) if len(present) == 1 else _union(present))
        return _union(present)
    if origin is _typing.Literal:
        return _literal(parts)
    if origin in (_typing.ClassVar, _typing.Final):
        return validator_of(parts[0]) if parts else _any
    container = origin if origin is not None else annotation
    if isinstance(container, type) and container.__module__ in ("collections.abc", "typing"):
        container = _ABSTRACT.get(container.__name__, container)
    if container in (list, set, frozenset) or getattr(container, "__name__", "") == "deque":
        make = {list: _list, set: _set, frozenset: _frozenset}.get(container, _deque)
        return make(validator_of(parts[0]) if parts else _any)
    if container is dict or getattr(container, "__name__", "") in ("defaultdict", "OrderedDict") and container.__module__ == "collections":
        return _dict(validator_of(parts[0]), validator_of(parts[1])) if parts else _dict(_any, _any)
    if container is tuple:
        if not parts:
            return _tuple_of_any_length(_any)
        if len(parts) == 2 and parts[1] is Ellipsis:
            return _tuple_of_any_length(validator_of(parts[0]))
        return _tuple([validator_of(part) for part in parts])
    if container is type:
        return _instance(type)
    if getattr(container, "__name__", "") == "Callable":
        return _callable
    if isinstance(annotation, _typing.TypeVar):
        bound = annotation.__bound__
        return validator_of(bound) if bound is not None else _any
    if hasattr(annotation, "__supertype__"):  # NewType
        return validator_of(annotation.__supertype__)
    if isinstance(annotation, type):
        return _class_validator(annotation)
    if isinstance(origin, type):
        return _class_validator(origin)
    if isinstance(annotation, (str, _typing.ForwardRef)):
        raise PydanticUserError(f"the annotation {annotation!r} is not defined where the class is made", code="class-not-fully-defined")
    return _any


def _class_validator(cls):
    enum = _sys.modules.get("enum")
    if enum is not None and issubclass(cls, enum.Enum):
        return _enum(cls)
    module = cls.__module__
    if module in ("datetime", "uuid", "decimal", "pathlib", "re"):
        import pydantic._standard as _standard

        check = _standard.validators().get(cls)
        if check is not None:
            return check
    if hasattr(cls, "__dataclass_fields__"):
        return _dataclass(cls)
    if hasattr(cls, "__required_keys__"):
        return _typed_dict(cls)
    if issubclass(cls, tuple) and hasattr(cls, "_fields"):
        return _instance(cls)
    if issubclass(cls, str) or issubclass(cls, int) or issubclass(cls, float):
        for base in (str, int, float):
            if issubclass(cls, base):
                return lambda value, check=_SCALARS[base]: value if isinstance(value, cls) else cls(check(value))
    return _instance(cls)
