"""Names that stand in fastapi.security."""

from fastapi.security import OAuth2, OAuth2PasswordBearer, OAuth2PasswordRequestForm, OAuth2PasswordRequestFormStrict, SecurityScopes
