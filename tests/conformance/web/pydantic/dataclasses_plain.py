# conformance: by hand (pydantic 2's words)
# Plain dataclasses as bodies and answers.
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


@dataclass
class Point:
    x: int
    y: Annotated[int, Field(gt=0)] = 1


@dataclass
class Line:
    points: list[Point]
    name: str | None = None
    tags: list[str] = field(default_factory=list)


class Drawing(BaseModel):
    line: Line


@app.post("/lines", response_model=Line)
async def lines(line: Line):
    return {"points": line.points, "name": type(line).__name__}


@app.post("/drawings")
async def drawings(drawing: Drawing):
    return drawing
