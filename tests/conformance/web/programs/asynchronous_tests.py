# The tutorial's asynchronous tests: httpx's AsyncClient over the application itself, several requests at once.
import asyncio

import httpx
from fastapi import BackgroundTasks, Cookie, FastAPI, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse

app = FastAPI()


@app.get("/")
async def root():
    await asyncio.sleep(0.5)
    return {"message": "Tomato"}


@app.post("/items", status_code=201)
async def create(request: Request, tasks: BackgroundTasks):
    tasks.add_task(print, "in the background")
    return {"got": await request.json(), "type": request.headers["content-type"], "host": request.headers["host"], "client": request.client.host}


@app.post("/form")
async def form(name: str = Form(...), age: int = Form(1)):
    return [name, age]


@app.get("/login")
async def login(response: Response):
    response.set_cookie("session", "abc")
    return "in"


@app.get("/me")
async def me(session: str = Cookie("nobody")):
    return session


@app.get("/old")
async def old():
    return RedirectResponse("/me")


@app.get("/stream")
async def stream():
    async def parts():
        for n in range(3):
            yield f"{n};"
            await asyncio.sleep(0.1)

    return StreamingResponse(parts())


@app.get("/teapot")
async def teapot():
    raise HTTPException(418, "short and stout")


@app.get("/broken")
async def broken():
    raise ValueError("broken")


async def main():
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        response = await client.get("/")
        assert response.status_code == 200
        print(response.json(), response.headers["content-type"])
        several = await asyncio.gather(*(client.get("/") for _ in range(3)))
        print([each.status_code for each in several])
        print((await client.post("/items", json={"a": [1, 2]})).json())
        print((await client.post("/form", data={"name": "Ann", "age": 3})).json())
        print((await client.post("/form", data={"age": "x"})).status_code)
        print((await client.get("/me")).json(), (await client.get("/login")).json(), (await client.get("/me")).json())
        moved = await client.get("/old")
        print(moved.status_code, moved.headers["location"], moved.is_redirect)
        print((await client.get("/old", follow_redirects=True)).json())
        print((await client.get("/stream")).text, (await client.get("/me?x=1", params={"y": 2})).status_code)
        tea = await client.get("/teapot")
        print(tea.status_code, tea.json(), tea.reason_phrase)
        try:
            await client.get("/broken")
        except ValueError as error:
            print("raised", error)
        print((await client.get("/nothing")).json(), (await client.request("PATCH", "/")).status_code)


asyncio.run(main())
