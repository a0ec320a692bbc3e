"""Names that stand in starlette.middleware.cors."""

from starlette.middleware.cors import CORSMiddleware
