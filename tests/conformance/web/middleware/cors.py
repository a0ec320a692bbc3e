# CORS: simple requests, preflights, origins that are not allowed.
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["https://good.example"], allow_methods=["GET", "POST"], allow_headers=["X-Token"])


@app.get("/data")
async def data():
    return {"data": 1}
