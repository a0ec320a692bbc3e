# A program that calls its own application with TestClient and has a global app: nobody else comes, so it begins and ends once.
from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


@app.on_event("startup")
async def startup():
    print("startup")


@app.on_event("shutdown")
async def shutdown():
    print("shutdown")


@app.get("/items/{item_id}")
async def read(item_id: int):
    return {"item_id": item_id}


with TestClient(app) as client:
    answer = client.get("/items/3")
    print(answer.status_code, answer.json())
    print(client.get("/items/x").status_code, client.post("/items/3").json(), client.get("/nothing").json())
print("the end")
