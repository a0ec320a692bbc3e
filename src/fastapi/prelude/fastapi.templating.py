"""Names that stand in starlette.templating."""

from starlette.templating import Jinja2Templates
