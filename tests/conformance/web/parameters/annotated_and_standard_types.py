# Annotated parameters with defaults and constraints; dates, times, UUIDs, literals, unions and optional numbers from the query.
from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal, Optional
from uuid import UUID

from fastapi import Depends, FastAPI, Path, Query

app = FastAPI()


def paging(skip: Annotated[int, Query(ge=0)] = 0, limit: Annotated[int, Query(le=50)] = 10):
    return {"skip": skip, "limit": limit}


Paging = Annotated[dict, Depends(paging)]


@app.get("/items/{item_id}")
async def items(item_id: Annotated[int, Path(title="which", ge=1)], page: Paging, q: Annotated[Optional[str], Query(min_length=3, alias="item-query")] = None):
    return {"id": item_id, "page": page, "q": q}


@app.get("/when")
async def when(day: date = date(2024, 1, 31), moment: Optional[datetime] = None, at: Optional[time] = None, last: Optional[timedelta] = None):
    return {"day": day, "moment": moment, "at": at, "for": last}


@app.get("/ids/{key}")
async def ids(key: UUID):
    return {"key": key, "version": key.version}


@app.get("/choice")
def choice(kind: Literal["a", "b"] = "a", maybe: Optional[float] = None, flag: Optional[bool] = None):
    return [kind, maybe, flag]
