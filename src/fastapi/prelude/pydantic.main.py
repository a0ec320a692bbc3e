"""Names that stand in pydantic._model and pydantic._adapter."""

from pydantic._adapter import create_model
from pydantic._model import BaseModel
