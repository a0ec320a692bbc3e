# A POST whose background task tells every watcher.
import asyncio

from fastapi import BackgroundTasks, FastAPI, WebSocket, WebSocketDisconnect
from pydantic import BaseModel

app = FastAPI()
scores = {"red": 0, "blue": 0}
watchers: list[WebSocket] = []


class Score(BaseModel):
    team: str
    score: int


async def tell_watchers(team: str):
    await asyncio.sleep(0.2)
    for watcher in watchers:
        await watcher.send_json({"team": team, "scores": scores})


@app.post("/update-score")
async def update_score(update: Score, tasks: BackgroundTasks):
    scores[update.team] = update.score
    tasks.add_task(tell_watchers, update.team)
    return {"ok": True, "scores": scores}


@app.websocket("/live-score")
async def live_score(websocket: WebSocket):
    await websocket.accept()
    watchers.append(websocket)
    await websocket.send_json(scores)
    try:
        await websocket.receive_text()
    except WebSocketDisconnect:
        watchers.remove(websocket)
        print("watchers:", len(watchers))
