"""Names that stand in pydantic._fields."""

from pydantic._errors import ValidationError
from pydantic._fields import Field, FieldInfo, PrivateAttr
from pydantic._schema import MISSING as PydanticUndefined
