# Forms, the raw body, request.json(), and bodies that are not what was asked for.
from fastapi import FastAPI, Form, Request

app = FastAPI()


@app.post("/login")
async def login(username: str = Form(), password: str = Form(), remember: bool = Form(default=False)):
    return {"username": username, "length": len(password), "remember": remember}


@app.post("/raw")
async def raw(request: Request):
    body = await request.body()
    return {"length": len(body), "text": body.decode(), "type": request.headers.get("content-type")}


@app.post("/json")
async def as_json(request: Request):
    data = await request.json()
    return {"again": (await request.json()) == data, "data": data}


@app.post("/form")
async def as_form(request: Request):
    form = await request.form()
    return {name: form[name] for name in form}
