# A whole restaurant: menu, orders with background work, live status by SSE, a kitchen display by WebSocket, statistics in a thread.
import asyncio
import time
from contextlib import asynccontextmanager
from enum import Enum

from fastapi import BackgroundTasks, Depends, FastAPI, HTTPException, WebSocket, WebSocketDisconnect
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field


class Status(str, Enum):
    received = "received"
    cooking = "cooking"
    served = "served"


class OrderIn(BaseModel):
    table: int = Field(ge=1, le=20)
    dishes: list[str]


class Order(OrderIn):
    id: int
    status: Status = Status.received


orders: dict[int, Order] = {}
displays: list[WebSocket] = []
stoves: asyncio.Semaphore


@asynccontextmanager
async def lifespan(app: FastAPI):
    global stoves
    stoves = asyncio.Semaphore(2)
    await asyncio.sleep(0.1)
    print("open")
    yield
    print("closed with", {o.id: o.status.value for o in orders.values()})


app = FastAPI(lifespan=lifespan)
MENU = {"soup": 0.5, "pizza": 2.0, "cake": 1.0}


async def announce(order: Order):
    for display in displays:
        await display.send_json({"order": order.id, "status": order.status.value})


async def cook(order: Order):
    async with stoves:
        order.status = Status.cooking
        await announce(order)
        await asyncio.gather(*(asyncio.sleep(MENU[dish]) for dish in order.dishes))
    order.status = Status.served
    await announce(order)


def known(order: OrderIn):
    unknown = [dish for dish in order.dishes if dish not in MENU]
    if unknown:
        raise HTTPException(404, detail={"unknown": unknown})
    return order


@app.post("/orders", status_code=201)
async def place(background: BackgroundTasks, wanted: OrderIn = Depends(known)):
    order = Order(id=len(orders) + 1, **wanted.model_dump())
    orders[order.id] = order
    background.add_task(cook, order)
    return {"id": order.id, "status": order.status}


@app.get("/orders/{order_id}/live")
async def live(order_id: int):
    if order_id not in orders:
        raise HTTPException(404, "no such order")

    async def states():
        last = None
        while last is not Status.served:
            if orders[order_id].status is not last:
                last = orders[order_id].status
                yield f"data: {last.value}\n\n"
            await asyncio.sleep(0.25)

    return StreamingResponse(states(), media_type="text/event-stream")


@app.websocket("/kitchen")
async def kitchen(socket: WebSocket):
    await socket.accept()
    displays.append(socket)
    try:
        async for _ in socket.iter_text():
            pass
    finally:
        displays.remove(socket)


@app.get("/statistics")
def statistics():
    time.sleep(0.3)
    return {status.value: sum(o.status is status for o in orders.values()) for status in Status}
