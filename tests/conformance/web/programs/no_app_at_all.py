# A program whose application has another name, and that serves it itself.
import uvicorn
from fastapi import FastAPI

api = FastAPI()


@api.get("/")
async def root():
    return "served by name"


if __name__ == "__main__":
    print("before")
    uvicorn.run(api, host="0.0.0.0", port=8080)
    print("after")
