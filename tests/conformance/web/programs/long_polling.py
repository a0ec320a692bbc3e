# Long polling: clients wait for the next message with a condition, or give up after two seconds (204).
import asyncio

from fastapi import FastAPI, Response
from pydantic import BaseModel

app = FastAPI()
messages: list[str] = []
changed = asyncio.Condition()


class Message(BaseModel):
    text: str


@app.post("/messages")
async def post(message: Message):
    async with changed:
        messages.append(message.text)
        changed.notify_all()
    return {"count": len(messages)}


@app.get("/messages/{after}")
async def poll(after: int):
    async with changed:
        try:
            await asyncio.wait_for(changed.wait_for(lambda: len(messages) > after), 2)
        except asyncio.TimeoutError:
            return Response(status_code=204)
    return messages[after:]
