# A background task that raises skips the rest; the response stays 200, and the program goes on.
from fastapi import BackgroundTasks, FastAPI

app = FastAPI()


async def fails(name):
    print("about to fail", name)
    raise ValueError(f"background {name}")


@app.get("/fails/{name}")
async def start(name: str, tasks: BackgroundTasks):
    tasks.add_task(print, "first", name)
    tasks.add_task(fails, name)
    tasks.add_task(print, "never", name)
    return {"name": name}
