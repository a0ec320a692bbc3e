"""A folder of files. The program's own folder is all there is: a mount is accepted, and what is not there is 404."""

from starlette.exceptions import HTTPException


class StaticFiles:
    def __init__(self, *, directory=None, packages=None, html=False, check_dir=True, follow_symlink=False):
        self.directory = directory
        self.html = html

    async def __call__(self, scope, receive, send):
        assert scope["type"] == "http"
        from starlette.responses import FileResponse
        from starlette.routing import get_route_path

        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(status_code=405)
        path = get_route_path(scope).lstrip("/")
        if ".." in path.split("/"):
            raise HTTPException(status_code=404)
        names = [path] if path and not path.endswith("/") else []
        if self.html:
            names.append((path + "/index.html").lstrip("/"))
        from _server import program_file

        for name in names:
            full = f"{self.directory}/{name}"
            if program_file(full) is not None:
                await FileResponse(full)(scope, receive, send)
                return
        raise HTTPException(status_code=404)
