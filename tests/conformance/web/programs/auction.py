# An auction over WebSocket: bids, a countdown that each bid restarts, the hammer by a background task.
import asyncio

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()
bidders: list[WebSocket] = []
state = {"price": 10, "leader": None, "open": True}
hammer: asyncio.Task | None = None


async def tell(message: dict):
    for bidder in list(bidders):
        await bidder.send_json(message)


async def countdown():
    for left in (2, 1):
        await tell({"going": left})
        await asyncio.sleep(1)
    state["open"] = False
    await tell({"sold": state["leader"], "price": state["price"]})
    for bidder in list(bidders):
        await bidder.close(code=1000, reason="sold")


@app.websocket("/auction/{name}")
async def auction(socket: WebSocket, name: str):
    global hammer
    await socket.accept()
    bidders.append(socket)
    await socket.send_json(state)
    try:
        while True:
            bid = int(await socket.receive_text())
            if bid <= state["price"]:
                await socket.send_json({"error": f"more than {state['price']}, please"})
                continue
            state.update(price=bid, leader=name)
            if hammer is not None:
                hammer.cancel()
            hammer = asyncio.create_task(countdown())
    except WebSocketDisconnect as e:
        print(name, "out", e.code)
    except ValueError:
        await socket.send_json({"error": "numbers only"})
        await socket.close(code=1003)
    finally:
        bidders.remove(socket)
