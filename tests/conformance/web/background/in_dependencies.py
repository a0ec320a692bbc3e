# BackgroundTasks asked for in a dependency and in the endpoint are one list; a yield dependency is torn down after them.
import asyncio

from fastapi import BackgroundTasks, Depends, FastAPI

app = FastAPI()


async def log(message):
    await asyncio.sleep(0.5)
    print("log:", message)


def query_log(tasks: BackgroundTasks, q: str | None = None):
    if q:
        tasks.add_task(log, f"query {q}")
    return q


async def session():
    print("session opens")
    try:
        yield "session"
    finally:
        print("session closes")


@app.post("/send/{email}")
async def send(email: str, tasks: BackgroundTasks, q: str = Depends(query_log), s: str = Depends(session)):
    tasks.add_task(log, f"mail to {email} with {q} in {s}")
    return {"message": "sent"}
