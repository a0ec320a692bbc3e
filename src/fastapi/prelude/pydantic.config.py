"""Names that stand in pydantic._functional and pydantic._types."""

from pydantic._functional import ConfigDict
from pydantic._types import BaseConfig, Extra
