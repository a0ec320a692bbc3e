"""validate_call: a function whose arguments are validated by its annotations."""

import functools as _functools
import inspect as _inspect

from pydantic._annotations import typing as _typing
from pydantic._errors import ArgsKwargs, Invalid, ValidationError, within
from pydantic._fields import FieldInfo, check_of, field_of
from pydantic._schema import validator_of

_MISSING_WORDS = {
    _inspect.Parameter.POSITIONAL_ONLY: ("missing_positional_only_argument", "Missing required positional only argument"),
    _inspect.Parameter.POSITIONAL_OR_KEYWORD: ("missing_argument", "Missing required argument"),
    _inspect.Parameter.KEYWORD_ONLY: ("missing_keyword_only_argument", "Missing required keyword only argument"),
}


class _Parameter:
    """One parameter that takes one argument."""

    def __init__(self, said, annotation):
        self.name = said.name
        self.kind = said.kind
        if annotation is said.empty:
            annotation = object
        default = said.default if isinstance(said.default, FieldInfo) else FieldInfo()
        self.info = field_of(annotation, default)
        self.check = check_of(self.info)
        self.has_own_default = isinstance(said.default, FieldInfo) and not self.info.is_required()
        self.required = self.info.is_required() and (said.default is said.empty or isinstance(said.default, FieldInfo))


def _checked(check, value, place, lines):
    try:
        return check(value)
    except Invalid as error:
        lines += within(place, error.lines)
        return None


def validate_call(function=None, /, *, config=None, validate_return=False):
    if function is None:
        return lambda given: validate_call(given, config=config, validate_return=validate_return)
    hints = _typing.get_type_hints(function, include_extras=True)
    every = _inspect.signature(function).parameters.values()
    one = [_Parameter(each, hints.get(each.name, each.empty)) for each in every if each.kind not in (each.VAR_POSITIONAL, each.VAR_KEYWORD)]
    more = {each.kind: validator_of(hints.get(each.name, object)) for each in every if each.kind in (each.VAR_POSITIONAL, each.VAR_KEYWORD)}
    rest_check, named_check = more.get(_inspect.Parameter.VAR_POSITIONAL), more.get(_inspect.Parameter.VAR_KEYWORD)
    return_check = validator_of(hints["return"]) if validate_return and "return" in hints else None

    def arguments(args, kwargs):
        """What the function is called with, or ValidationError."""
        lines, positional, named = [], [], {}
        left = dict(kwargs)
        taken = 0
        for each in one:
            by_place = each.kind != _inspect.Parameter.KEYWORD_ONLY and taken < len(args)
            by_name = each.kind != _inspect.Parameter.POSITIONAL_ONLY and each.name in left
            if by_place and by_name:
                lines.append({"type": "multiple_argument_values", "loc": (each.name,), "msg": "Got multiple values for argument",
                              "input": left.pop(each.name)})
                taken += 1
            elif by_place:
                positional.append(_checked(each.check, args[taken], taken, lines))
                taken += 1
            elif by_name:
                named[each.name] = _checked(each.check, left.pop(each.name), each.name, lines)
            elif each.required:
                type, words = _MISSING_WORDS[each.kind]
                place = taken if each.kind == _inspect.Parameter.POSITIONAL_ONLY else each.name
                lines.append({"type": type, "loc": (place,), "msg": words, "input": ArgsKwargs(args, kwargs)})
            elif each.has_own_default or each.info.default_factory is not None:
                named[each.name] = each.info.get_default(call_default_factory=True, validated_data=named)
        for at in range(taken, len(args)):
            if rest_check is None:
                lines.append({"type": "unexpected_positional_argument", "loc": (at,), "msg": "Unexpected positional argument", "input": args[at]})
            else:
                positional.append(_checked(rest_check, args[at], at, lines))
        for name, value in left.items():
            if named_check is None:
                lines.append({"type": "unexpected_keyword_argument", "loc": (name,), "msg": "Unexpected keyword argument", "input": value})
            else:
                named[name] = _checked(named_check, value, name, lines)
        if lines:
            raise ValidationError(function.__name__, lines)
        return positional, named

    def result(value):
        try:
            return return_check(value)
        except Invalid as error:
            raise ValidationError(function.__name__, error.lines) from None

    if _inspect.iscoroutinefunction(function):

        @_functools.wraps(function)
        async def wrapper(*args, **kwargs):
            positional, named = arguments(args, kwargs)
            value = await function(*positional, **named)
            return value if return_check is None else result(value)

    else:

        @_functools.wraps(function)
        def wrapper(*args, **kwargs):
            positional, named = arguments(args, kwargs)
            value = function(*positional, **named)
            return value if return_check is None else result(value)

    wrapper.raw_function = function
    return wrapper
