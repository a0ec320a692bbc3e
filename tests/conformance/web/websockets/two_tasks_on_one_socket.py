# One task receives, another sends: a ticker beside the reader, cancelled when the client goes.
import asyncio

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


@app.websocket("/ticker")
async def ticker(ws: WebSocket):
    await ws.accept()

    async def tick():
        n = 0
        try:
            while True:
                await asyncio.sleep(1)
                n += 1
                await ws.send_json({"tick": n})
        except asyncio.CancelledError:
            print("ticker cancelled at", n)
            raise

    task = asyncio.create_task(tick())
    try:
        while True:
            command = await ws.receive_text()
            if command == "stop":
                break
            await ws.send_text(f"heard {command}")
    except WebSocketDisconnect:
        print("disconnected")
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        print("ticker is cancelled:", task.cancelled())
