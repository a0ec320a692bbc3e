"""Names that stand in fastapi.params."""

from fastapi.params import Body, Cookie, Depends, File, Form, Header, Path, Query, Security
