"""Names that stand in pydantic._types."""

from pydantic._types import (Json, NegativeFloat, NegativeInt, NonNegativeFloat, NonNegativeInt, NonPositiveFloat, NonPositiveInt, PositiveFloat,
                             PositiveInt, SecretStr, StrictBool, StrictFloat, StrictInt, StrictStr, StringConstraints, confloat, conint, conlist,
                             constr)
