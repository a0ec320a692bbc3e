# A WebSocket's client that keeps to what it hears: it answers so long after a message that it waited for, or after its own last one.
import asyncio

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


@app.websocket("/quiz")
async def quiz(websocket: WebSocket):
    await websocket.accept()
    score = 0
    try:
        for question, right in (("2 + 2?", "4"), ("3 * 3?", "9"), ("capital of France?", "Paris")):
            await asyncio.sleep(0.5)
            await websocket.send_text(question)
            answer = await websocket.receive_text()
            score += answer == right
            await websocket.send_json({"right": answer == right, "score": score})
        await websocket.close(4000)
    except WebSocketDisconnect as gone:
        print("left the quiz:", gone.code)
