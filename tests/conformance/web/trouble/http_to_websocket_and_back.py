# An HTTP request to a WebSocket's path, a handshake to an HTTP path and to none at all, every method on every kind of route.
from fastapi import APIRouter, FastAPI, WebSocket

app = FastAPI()
router = APIRouter(prefix="/api")


@app.websocket("/ws")
async def socket(websocket: WebSocket):
    await websocket.accept()
    await websocket.send_text("hello")
    await websocket.close()


@app.get("/http")
async def http():
    return "http"


@router.websocket("/both")
async def both_socket(websocket: WebSocket):
    await websocket.accept(subprotocol=None)
    await websocket.close(3000)


@router.put("/both")
async def both_http():
    return "both"


@router.api_route("/many", methods=["GET", "DELETE"])
async def many():
    return "many"


app.include_router(router)
