# conformance: by hand (pydantic 2 alone does this)
# A field may name a model that is defined later: it is looked up when the first value is checked.
from typing import Annotated, Optional

from pydantic import BaseModel, Field, ValidationError
from pydantic.errors import PydanticUserError


class User(BaseModel):
    name: str
    posts: list["Post"] = []
    best: Optional["Post"] = None
    ranks: "Annotated[list[Rank], Field(max_length=1)]" = []


try:
    User(name="Ann")
except PydanticUserError as error:
    print(error.code, str(error).splitlines()[0])


class Post(BaseModel):
    title: str
    author: "User | None" = None


class Rank(BaseModel):
    place: int


print(User.model_rebuild(), User.model_rebuild())
user = User(name="Ann", posts=[{"title": "one"}], best={"title": "two", "author": {"name": "Ben"}})
print(user)
try:
    User(name="Ann", posts=[{"title": 1}], ranks=[{"place": 1}, {"place": 2}])
except ValidationError as error:
    print([(each["loc"], each["type"]) for each in error.errors()])


class Admin(User):
    level: int = 1


print(Admin(name="Cy", best={"title": "x"}))
print(list(User.model_json_schema()["$defs"]))
