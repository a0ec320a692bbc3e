# 10,000 clients, one each millisecond, of one small endpoint.
from fastapi import FastAPI

app = FastAPI()


@app.get("/")
async def root():
    return {"message": "Hello"}
