"""Names that stand in pydantic._functional."""

from pydantic._functional import PlainSerializer, WrapSerializer, field_serializer, model_serializer
