# A crowd that comes at a rate, drawn from the seed; ways through the network of different length. What one client sends arrives in
# the order in which it was sent, whatever the jitter.
import time

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()
start = time.monotonic()
visits = []


@app.get("/visit")
async def visit():
    visits.append(round(time.monotonic() - start, 6))
    return len(visits)


@app.get("/visits")
async def all_visits():
    return visits


@app.websocket("/ws")
async def socket(websocket: WebSocket):
    await websocket.accept()
    try:
        while True:
            text = await websocket.receive_text()
            print(f"{time.monotonic() - start:.6f}", text)
            await websocket.send_text(text)
    except WebSocketDisconnect as gone:
        print("gone", gone.code)
