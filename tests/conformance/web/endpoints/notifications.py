# A background task runs after the answer was sent; several run one after another; a def one in a worker thread.
import asyncio
import time

from fastapi import BackgroundTasks, FastAPI

app = FastAPI()
log = []


async def write_notification(email: str, message: str = ""):
    await asyncio.sleep(3)
    log.append(f"notification for {email}: {message}")
    print(log[-1])


def crunch(message: str):
    print("crunching", message)
    time.sleep(2)
    print("crunched", message)


@app.post("/send-notification/")
async def send_notification(email: str, background_tasks: BackgroundTasks, message: str = "hello"):
    background_tasks.add_task(write_notification, email, message=message)
    return {"message": "Notification sent in the background"}


@app.post("/process-data/{message}")
async def process_data(message: str, background_tasks: BackgroundTasks):
    background_tasks.add_task(crunch, message)
    return {"status": "processing", "message": message}


@app.post("/signup")
async def signup(email: str, tasks: BackgroundTasks):
    tasks.add_task(write_notification, email, "welcome")
    tasks.add_task(crunch, email)
    tasks.add_task(print, "signup done", email)
    return {"status": "signed up", "email": email}


@app.get("/log")
def read_log():
    return log
