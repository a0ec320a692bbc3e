# An order: answered at once, paid and cooked in the background, followed live by server-sent events.
import asyncio

from fastapi import BackgroundTasks, FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
orders: dict[int, dict] = {}


async def process_payment(order_id: int):
    await asyncio.sleep(2)
    orders[order_id]["status"] = "paid"
    print(f"order {order_id}: paid")


async def notify_kitchen(order_id: int):
    await asyncio.sleep(1)
    orders[order_id]["status"] = "cooking"
    print(f"order {order_id}: in the kitchen")


@app.post("/order")
async def place_order(restaurant_id: int, item: str, background_tasks: BackgroundTasks):
    order_id = len(orders) + 1
    orders[order_id] = {"id": order_id, "restaurant_id": restaurant_id, "item": item, "status": "received"}
    background_tasks.add_task(process_payment, order_id)
    background_tasks.add_task(notify_kitchen, order_id)
    return {"order_id": order_id, "message": f"Order for {item} received"}


@app.get("/order/{order_id}")
async def read_order(order_id: int):
    return orders.get(order_id, {"error": "Order not found"})


@app.get("/order/{order_id}/live-status")
async def live_status(order_id: int):
    async def steps():
        for status, seconds in [("preparing_food", 2), ("quality_check", 3), ("out_for_delivery", 4), ("delivered", 0)]:
            yield f"data: {status}\n\n"
            await asyncio.sleep(seconds)
        print("stream over")

    return StreamingResponse(steps(), media_type="text/event-stream")
