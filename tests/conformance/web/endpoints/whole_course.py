# The course's application in one file: delays of all three kinds, two services at once, notifications, orders with live status, a chat.
import asyncio
import json
import time
from typing import Dict, List

from fastapi import BackgroundTasks, FastAPI, HTTPException, WebSocket, WebSocketDisconnect
from fastapi.responses import HTMLResponse, StreamingResponse
from pydantic import BaseModel

app = FastAPI(title="The restaurant")
orders: Dict[int, dict] = {}
log: List[str] = []
RESTAURANTS = {1: {"name": "Pizza Palace"}, 2: {"name": "Sushi Spot"}}


class Notification(BaseModel):
    email: str
    message: str


class ConnectionManager:
    def __init__(self):
        self.active: List[WebSocket] = []

    async def connect(self, websocket: WebSocket):
        await websocket.accept()
        self.active.append(websocket)

    def disconnect(self, websocket: WebSocket):
        self.active.remove(websocket)

    async def broadcast(self, message: str):
        for connection in list(self.active):
            await connection.send_text(message)


manager = ConnectionManager()


@app.get("/")
async def root():
    return {"message": "Welcome"}


@app.get("/health")
async def health():
    return {"status": "healthy", "chatting": len(manager.active)}


@app.get("/async-sleep")
async def async_sleep():
    await asyncio.sleep(1)
    return {"slept": 1}


@app.get("/async-delay/{seconds}")
async def async_delay(seconds: float):
    await asyncio.sleep(seconds)
    return {"kind": "async", "seconds": seconds}


@app.get("/sync-delay/{seconds}")
def sync_delay(seconds: float):
    time.sleep(seconds)
    return {"kind": "sync", "seconds": seconds}


@app.get("/blocking-delay/{seconds}")
async def blocking_delay(seconds: float):
    time.sleep(seconds)
    return {"kind": "blocking", "seconds": seconds}


async def service(name: str, seconds: float):
    await asyncio.sleep(seconds)
    return name


@app.get("/concurrent-requests")
async def concurrent_requests():
    begin = time.monotonic()
    found = await asyncio.gather(service("users", 1), service("orders", 1.5))
    return {"found": found, "took": round(time.monotonic() - begin, 2)}


@app.get("/performance/{kind}")
async def performance(kind: str):
    begin = time.monotonic()
    if kind == "async":
        await asyncio.gather(*(service(str(n), 1) for n in range(3)))
    elif kind == "sync":
        for n in range(3):
            await service(str(n), 1)
    else:
        raise HTTPException(404, "async or sync")
    return {"took": round(time.monotonic() - begin, 2)}


def write_log(line: str):
    time.sleep(3)
    log.append(line)
    print(line)


@app.post("/send-notification/")
async def send_notification(notification: Notification, tasks: BackgroundTasks):
    tasks.add_task(write_log, f"mail to {notification.email}: {notification.message}")
    return {"status": "queued"}


@app.get("/restaurants/{restaurant_id}")
async def restaurant(restaurant_id: int):
    await asyncio.sleep(0.5)
    return RESTAURANTS.get(restaurant_id, {"error": "Restaurant not found"})


@app.get("/restaurants/{restaurant_id}/full-details")
async def full_details(restaurant_id: int):
    place, menu, reviews = await asyncio.gather(restaurant(restaurant_id), service("menu", 1), service("reviews", 1.5))
    return {**place, "menu": menu, "reviews": reviews}


async def process(order_id: int):
    for status, seconds in (("paid", 2), ("in the kitchen", 1)):
        await asyncio.sleep(seconds)
        orders[order_id]["status"] = status


@app.post("/order")
async def order(restaurant_id: int, item: str, tasks: BackgroundTasks):
    order_id = len(orders) + 1
    orders[order_id] = {"item": item, "restaurant": restaurant_id, "status": "received"}
    tasks.add_task(process, order_id)
    return {"order_id": order_id}


@app.get("/order/{order_id}/live-status")
async def live_status(order_id: int):
    if order_id not in orders:
        raise HTTPException(404, "no such order")

    async def events():
        for status, seconds in (("preparing_food", 2), ("quality_check", 3), ("out_for_delivery", 4), ("delivered", 0)):
            yield f"data: {json.dumps({'order': order_id, 'status': status, 'known': orders[order_id]['status']})}\n\n"
            await asyncio.sleep(seconds)

    return StreamingResponse(events(), media_type="text/event-stream")


@app.get("/order/{order_id}")
async def one_order(order_id: int):
    return orders.get(order_id) or {"error": "Order not found"}


@app.get("/chat-demo", response_class=HTMLResponse)
async def chat_demo():
    return "<h1>Chat</h1>"


@app.websocket("/ws/chat")
async def chat(websocket: WebSocket):
    await manager.connect(websocket)
    try:
        while True:
            text = await websocket.receive_text()
            await manager.broadcast(f"{websocket.client.port}: {text}")
    except WebSocketDisconnect:
        manager.disconnect(websocket)
        await manager.broadcast(f"{websocket.client.port} has left")
