# A pretended database in a dependency with yield: opened and closed around each request, shared within one, released when it raises.
import asyncio
import itertools

from fastapi import Depends, FastAPI, HTTPException

app = FastAPI()
numbers = itertools.count(1)
users = {1: "Ann"}


class Session:
    def __init__(self):
        self.number = next(numbers)
        print("open", self.number)

    async def get(self, key):
        await asyncio.sleep(0.1)
        return users.get(key)

    def close(self):
        print("close", self.number)


async def get_db():
    db = Session()
    try:
        yield db
    except ValueError as error:
        print("rolled back", db.number, error)
        raise
    finally:
        db.close()


async def current_user(user_id: int, db: Session = Depends(get_db)):
    user = await db.get(user_id)
    if user is None:
        raise HTTPException(404, "no such user")
    return user


@app.get("/users/{user_id}")
async def read(user: str = Depends(current_user), db: Session = Depends(get_db)):
    return {"user": user, "session": db.number}


@app.get("/sync/{user_id}")
def read_sync(user_id: int, db: Session = Depends(get_db)):
    return {"user": users.get(user_id), "session": db.number}


@app.get("/fresh/{user_id}")
async def fresh(user: str = Depends(current_user), db: Session = Depends(get_db, use_cache=False)):
    return {"user": user, "session": db.number}
