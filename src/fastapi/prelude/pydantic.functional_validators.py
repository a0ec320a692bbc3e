"""Names that stand in pydantic._functional."""

from pydantic._functional import AfterValidator, BeforeValidator, PlainValidator, WrapValidator, field_validator, model_validator
