"""Names that stand in fastapi.routing."""

from fastapi.routing import generate_unique_id
