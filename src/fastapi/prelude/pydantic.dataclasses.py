"""Dataclasses whose arguments are validated by their annotations."""

import dataclasses as _dataclasses
import typing as _typing

from pydantic._errors import Invalid, ValidationError, within
from pydantic._schema import validator_of


def dataclass(cls=None, /, *, config=None, validate_on_init=None, **said):
    def decorate(given):
        made = _dataclasses.dataclass(given, **said)
        plain_init = made.__init__
        fields = [each for each in _dataclasses.fields(made) if each.init]
        checks = []

        def __init__(self, *args, **kwargs):
            if not checks:
                hints = _typing.get_type_hints(made, include_extras=True)
                checks.extend((each.name, validator_of(hints[each.name])) for each in fields)
            given = dict(zip((name for name, _ in checks), args))
            given.update(kwargs)
            lines = []
            for name, check in checks:
                if name in given:
                    try:
                        given[name] = check(given[name])
                    except Invalid as error:
                        lines += within(name, error.lines)
            for each in fields:
                if each.name not in given and each.default is _dataclasses.MISSING and each.default_factory is _dataclasses.MISSING:
                    lines.append({"type": "missing", "loc": (each.name,), "msg": "Field required", "input": given})
            if lines:
                raise ValidationError(made.__name__, lines)
            plain_init(self, **given)

        made.__init__ = __init__
        return made

    return decorate if cls is None else decorate(cls)
