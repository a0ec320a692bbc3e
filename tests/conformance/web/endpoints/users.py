# Users: created once (400 the second time), looked up (404), and joined with an outside answer in one async chain.
import asyncio

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()
users_db: dict[str, dict] = {}


class User(BaseModel):
    email: str
    name: str | None = None
    age: int = 18


async def save(user: User):
    await asyncio.sleep(0.3)
    users_db[user.email] = user.model_dump()


@app.post("/users/", status_code=201)
async def create_user(user: User):
    if user.email in users_db:
        raise HTTPException(status_code=400, detail="Email already registered")
    await save(user)
    return user


@app.get("/users/{email}", response_model=User)
async def read_user(email: str):
    await asyncio.sleep(0.1)
    if email not in users_db:
        raise HTTPException(status_code=404, detail="User not found")
    return users_db[email]


@app.get("/users/")
async def all_users(skip: int = 0, limit: int = 10):
    return list(users_db.values())[skip : skip + limit]
