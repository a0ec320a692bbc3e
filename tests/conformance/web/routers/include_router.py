# APIRouter: prefixes, tags, dependencies, nested routers, the same router twice, order of routes.
from fastapi import APIRouter, Depends, FastAPI

def log(name):
    def dependency():
        print("dependency", name)

    return dependency

items = APIRouter(prefix="/items", tags=["items"], dependencies=[Depends(log("items"))])
admin = APIRouter(prefix="/admin", dependencies=[Depends(log("admin"))])

@items.get("/")
async def all_items():
    return ["a", "b"]

@items.get("/{item_id}", dependencies=[Depends(log("one"))])
async def one(item_id: int):
    return item_id

@admin.post("/reset", status_code=202)
def reset():
    return {"reset": True}

admin.include_router(items)
app = FastAPI()
app.include_router(items)
app.include_router(items, prefix="/v2")
app.include_router(admin, prefix="/api", dependencies=[Depends(log("api"))])
