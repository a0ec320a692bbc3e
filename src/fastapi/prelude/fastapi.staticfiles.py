"""Names that stand in starlette.staticfiles."""

from starlette.staticfiles import StaticFiles
