"""Names that stand in fastapi.security."""

from fastapi.security import get_authorization_scheme_param
