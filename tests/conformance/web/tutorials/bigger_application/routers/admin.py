import asyncio

from fastapi import APIRouter

router = APIRouter()


@router.post("/")
async def update_admin():
    await asyncio.sleep(0.5)
    return {"message": "Admin getting schwifty"}
