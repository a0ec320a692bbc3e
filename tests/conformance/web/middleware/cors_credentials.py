# CORS: simple requests, preflights that are allowed and refused, credentials.
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["http://a.example"], allow_credentials=True, allow_methods=["GET", "PUT"], allow_headers=["X-Token"])


@app.get("/")
async def root():
    return "root"
