"""Names of pydantic's inner package that programs use."""

from pydantic._errors import ArgsKwargs, ValidationError
from pydantic._functional import PydanticCustomError
from pydantic._schema import MISSING as PydanticUndefined
from pydantic._serialize import PydanticSerializationError


def to_jsonable_python(value, **options):
    from pydantic._serialize import to_jsonable

    return to_jsonable(value)


def to_json(value, *, indent=None, **options):
    from pydantic._serialize import json_text, to_jsonable

    return json_text(to_jsonable(value), indent).encode()


def from_json(data, **options):
    import json

    from pydantic._model import _json_words

    try:
        return json.loads(data)
    except ValueError as error:
        raise ValueError(_json_words(error, data)) from None
