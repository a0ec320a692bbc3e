# Nested models, enums, literals and dates in bodies; unions of models; a field's alias; an unset field.
import enum
from datetime import date
from typing import Dict, List, Literal, Optional

from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


class State(str, enum.Enum):
    new = "new"
    paid = "paid"


class Address(BaseModel):
    street: str
    number: int = Field(..., gt=0, le=999)


class Card(BaseModel):
    kind: Literal["card"]
    digits: str = Field(..., min_length=4, max_length=4)


class Cash(BaseModel):
    kind: Literal["cash"]
    amount: float


class Order(BaseModel):
    id: int
    state: State = State.new
    to: Address
    also: List[Address] = []
    by_day: Dict[str, int] = {}
    due: Optional[date] = None
    payment: Union[Card, Cash, None] = None
    given: str = Field("x", alias="givenName")


@app.post("/orders")
async def create(order: Order):
    return order


@app.post("/dumped")
async def dumped(order: Order):
    return {"all": order.model_dump(), "set": order.model_dump(exclude_unset=True), "street": order.to.street.upper(), "state": order.state.value}
