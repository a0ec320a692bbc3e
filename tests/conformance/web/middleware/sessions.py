# conformance: by hand (the oracle has no itsdangerous; the cookies were read with it)
# A session lives in a signed cookie: it grows from request to request, is cleared, and a forged or old one counts as none.
import asyncio

from fastapi import FastAPI, Request
from fastapi.testclient import TestClient
from starlette.middleware.sessions import SessionMiddleware

app = FastAPI()
app.add_middleware(SessionMiddleware, secret_key="very secret", max_age=60)


@app.get("/visit/{place}")
async def visit(place: str, request: Request):
    request.session.setdefault("places", []).append(place)
    return request.session["places"]


@app.get("/leave")
async def leave(request: Request):
    request.session.clear()
    return "bye"


@app.get("/wait")
async def wait(request: Request):
    await asyncio.sleep(61)
    return request.session.get("places", [])


client = TestClient(app)
print(client.get("/visit/here").headers["set-cookie"])
print(client.get("/visit/there").json(), list(client.cookies))
left = client.get("/leave")
print(left.headers["set-cookie"])
print(TestClient(app).get("/leave").headers.get("set-cookie"))
client.cookies.clear()
first = client.get("/visit/once").cookies["session"]
client.cookies["session"] = first[:-1] + ("A" if first[-1] != "A" else "B")
print(client.get("/visit/forged").json())
client.cookies["session"] = first
print(client.get("/wait").json())
client.cookies["session"] = first
print(client.get("/visit/too late").json())
