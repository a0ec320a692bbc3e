"""Names that stand in starlette.status."""

from starlette.status import *
