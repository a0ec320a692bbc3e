# conformance: by hand (pydantic 2 alone does this)
# The name of a model whose type variable was given.
from typing import Generic, List, Literal, Optional, TypeVar

from pydantic import BaseModel, RootModel

T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    items: T


class User(BaseModel):
    id: int


for each in (List[User], list[User], Optional[int], int | None, dict[str, User], Literal["a", 1], Page[int], tuple[int, ...]):
    print(Page[each].__name__)
print(RootModel[list[User]].__name__, Page[list[User]](items=[{"id": "1"}]))
