# Dependencies of WebSockets with teardown, security scopes gathered from above, a sub-dependency reached by two paths, a dependency that waits.
import asyncio

from fastapi import Depends, FastAPI, Security, WebSocket, WebSocketDisconnect
from fastapi.security import SecurityScopes

app = FastAPI()


async def slow():
    print("slow begins")
    await asyncio.sleep(1)
    return "slow"


def left(value: str = Depends(slow)):
    return "left " + value


def right(value: str = Depends(slow)):
    return "right " + value


def scoped(scopes: SecurityScopes):
    return scopes.scopes


def admin(scopes: list = Security(scoped, scopes=["admin"])):
    return scopes


@app.get("/both")
async def both(left: str = Depends(left), right: str = Depends(right)):
    return [left, right]


@app.get("/scopes")
async def scopes(found: list = Security(admin, scopes=["read"])):
    return found


async def resource():
    print("open")
    try:
        yield "resource"
    finally:
        print("close")


@app.websocket("/ws")
async def socket(websocket: WebSocket, resource: str = Depends(resource)):
    await websocket.accept()
    try:
        while True:
            await websocket.send_text(resource + " " + await websocket.receive_text())
    except WebSocketDisconnect:
        print("gone")
