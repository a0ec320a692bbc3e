"""Names that stand in pydantic._types."""

from pydantic._types import AnyHttpUrl, AnyUrl, EmailStr, HttpUrl, NameEmail
