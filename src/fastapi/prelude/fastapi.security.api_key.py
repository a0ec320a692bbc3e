"""Names that stand in fastapi.security."""

from fastapi.security import APIKeyCookie, APIKeyHeader, APIKeyQuery
