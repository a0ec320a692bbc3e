# Forms: required and default fields, repeated ones, and the request's own form().
from typing import List

from fastapi import FastAPI, Form, Request

app = FastAPI()


@app.post("/login")
async def login(username: str = Form(...), password: str = Form(...), remember: bool = Form(False)):
    return {"username": username, "length": len(password), "remember": remember}


@app.post("/tags")
def tags(tag: List[str] = Form(...)):
    return tag


@app.post("/raw")
async def raw(request: Request):
    form = await request.form()
    return {"items": form.multi_items(), "get": form.get("a"), "list": form.getlist("a"), "has": "z" in form}
