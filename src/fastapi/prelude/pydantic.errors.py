"""Names that stand in pydantic._errors."""

from pydantic._errors import PydanticUndefinedAnnotation, PydanticUserError
