"""Names that stand in starlette.responses."""

from starlette.responses import (FileResponse, HTMLResponse, JSONResponse, ORJSONResponse, PlainTextResponse, RedirectResponse, Response,
                                 StreamingResponse, UJSONResponse)
