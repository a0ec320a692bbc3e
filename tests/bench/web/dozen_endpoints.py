# An application with a dozen endpoints of every kind, as a course writes it; four clients at a time ask for each.
import asyncio
import time

from fastapi import BackgroundTasks, Depends, FastAPI, HTTPException, Query, WebSocket, WebSocketDisconnect
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

app = FastAPI()
tables = {1: "Ann", 2: "Bob"}
letters = []


class Order(BaseModel):
    table: int = Field(gt=0)
    dishes: list[str]
    note: str | None = None


class Bill(BaseModel):
    total: float
    paid: bool = False


def page(limit: int = Query(default=10, le=50), offset: int = 0):
    return {"limit": limit, "offset": offset}


def send_letter(to: str):
    letters.append(to)


@app.get("/")
async def root():
    return {"message": "Welcome"}


@app.get("/tables/{table_id}")
async def read_table(table_id: int):
    if table_id not in tables:
        raise HTTPException(status_code=404, detail="No such table")
    return {"table": table_id, "guest": tables[table_id]}


@app.get("/menu")
async def menu(window: dict = Depends(page)):
    return [{"dish": number} for number in range(window["offset"], window["offset"] + window["limit"])]


@app.post("/orders", status_code=201)
async def order(given: Order):
    await asyncio.sleep(0.05)
    return {"table": given.table, "count": len(given.dishes)}


@app.get("/slow")
async def slow():
    await asyncio.sleep(0.2)
    return {"waited": 0.2}


@app.get("/blocking")
def blocking():
    time.sleep(0.1)
    return {"slept": 0.1}


@app.get("/bill/{table_id}", response_model=Bill)
async def bill(table_id: int):
    return {"total": table_id * 12.5, "secret": "not shown"}


@app.get("/both")
async def both():
    async def cook(dish, seconds):
        await asyncio.sleep(seconds)
        return dish

    return await asyncio.gather(cook("soup", 0.1), cook("tea", 0.05))


@app.post("/letters/{to}")
async def letter(to: str, background: BackgroundTasks):
    background.add_task(send_letter, to)
    return {"will_write": to}


@app.get("/ticks")
async def ticks():
    async def stream():
        for number in range(3):
            yield f"data: {number}\n\n"
            await asyncio.sleep(0.02)

    return StreamingResponse(stream(), media_type="text/event-stream")


@app.delete("/tables/{table_id}")
async def clear(table_id: int):
    tables.pop(table_id, None)
    return {"left": len(tables)}


@app.websocket("/ws")
async def chat(socket: WebSocket):
    await socket.accept()
    try:
        while True:
            await socket.send_text(f"You said {await socket.receive_text()}")
    except WebSocketDisconnect:
        pass
