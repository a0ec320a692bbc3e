# An application mounted below another: its own 404s, its root_path, its routes.
from fastapi import FastAPI, Request

app = FastAPI()
sub = FastAPI()


@app.get("/app")
def main_route():
    return "main"


@sub.get("/sub")
def sub_route(request: Request):
    return {"root_path": request.scope.get("root_path"), "path": request.url.path}


app.mount("/subapi", sub)


@app.get("/subapi/never")
def never():
    return "the mount came first"
