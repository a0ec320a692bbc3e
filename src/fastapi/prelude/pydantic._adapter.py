"""Models around a single value, models made at run time, and validation without a model."""

import pydantic._schema as _schema
from pydantic._errors import Invalid, ValidationError
from pydantic._model import BaseModel, _fill
from pydantic._schema import MISSING, describe, validator_of


class RootModel(BaseModel):
    __pydantic_is_root__ = True

    def __init__(self, /, root=MISSING, **data):
        if root is MISSING:
            root = data
        try:
            _fill(self, type(self), {"root": root})
        except Invalid as error:
            raise ValidationError(type(self).__name__, [_without_root(line) for line in error.lines]) from None

    def __init_subclass__(cls, **config):
        super().__init_subclass__(**config)
        cls.__pydantic_check__ = staticmethod(lambda value: _check_root(cls, value))

    @classmethod
    def model_validate(cls, obj, **options):
        return obj if isinstance(obj, cls) else cls(obj)

    def __repr__(self):
        return f"{type(self).__name__}(root={self.root!r})"


def _without_root(line):
    line["loc"] = line["loc"][1:]
    return line


def _check_root(cls, value):
    if isinstance(value, cls):
        return value
    try:
        return cls(value)
    except ValidationError as error:
        raise Invalid(error._lines) from None


def create_model(name, /, *, __base__=None, __module__="__main__", __config__=None, __validators__=None, __doc__=None, **fields):
    annotations, body = {}, {"__module__": __module__}
    for field, said in fields.items():
        if isinstance(said, tuple):
            annotations[field], body[field] = said
            if body[field] is Ellipsis:
                del body[field]
        else:
            annotations[field] = said
    body["__annotations__"] = annotations
    body.update(__validators__ or {})
    if __config__ is not None:
        body["model_config"] = __config__
    bases = __base__ if isinstance(__base__, tuple) else (BaseModel if __base__ is None else __base__,)
    return type(name, bases, body)


class TypeAdapter:
    """Validates and serializes values of any annotation."""

    def __init__(self, type, *, config=None):
        self._type = type
        self._check = validator_of(type)

    def validate_python(self, value, *, strict=None, from_attributes=None, context=None):
        was_strict = _schema.strict_of
        if strict is not None:
            _schema.strict_of = "python" if strict is True else strict or None
        try:
            return self._check(value)
        except Invalid as error:
            raise ValidationError(_title(self._type), error.lines) from None
        finally:
            _schema.strict_of = was_strict

    def validate_json(self, data, *, strict=None, **options):
        import json

        from pydantic._model import _json_words

        try:
            value = json.loads(data)
        except ValueError as error:
            words = _json_words(error, data)
            raise ValidationError(_title(self._type), [{"type": "json_invalid", "loc": (), "msg": f"Invalid JSON: {words}", "input": data,
                                                        "ctx": {"error": words}}]) from None
        return self.validate_python(value, strict="json" if strict else strict)

    def dump_python(self, value, *, mode="python", **options):
        from pydantic._serialize import plain

        return plain(value, mode, annotation=self._type, **options)

    def dump_json(self, value, *, indent=None, **options):
        from pydantic._serialize import json_text, plain

        return json_text(plain(value, "json", annotation=self._type, **options), indent).encode()

    def json_schema(self, **options):
        from pydantic._json_schema import schema_of_type

        return schema_of_type(self._type)


def _title(annotation):
    from pydantic._schema import describe

    return describe(annotation)
