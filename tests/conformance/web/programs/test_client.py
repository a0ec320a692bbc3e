# TestClient calls the application within the program, before it is served to the scenario's clients.
from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


@app.get("/items/{item_id}")
def read(item_id: int, q: str = "none"):
    return {"item_id": item_id, "q": q}


@app.post("/items")
async def create(item: dict):
    return item


client = TestClient(app)
response = client.get("/items/5", params={"q": "x y"})
print(response.status_code, response.json(), response.headers["content-type"])
response = client.post("/items", json={"name": "ü"})
print(response.status_code, response.text)
print(client.get("/items/five").status_code, client.get("/nowhere").json())
assert client.get("/items/1").status_code == 200
