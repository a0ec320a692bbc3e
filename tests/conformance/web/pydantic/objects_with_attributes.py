# conformance: by hand (pydantic 2 alone does this)
# From an object's attributes: what is missing is missing from the object. A model or null has no title of its own in a schema.
from pydantic import BaseModel, ConfigDict, ValidationError


class Owner(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: int
    name: str
    boss: "Owner | None" = None


class Row:
    id = "x"

    def __repr__(self):
        return "a row"


try:
    Owner.model_validate(Row())
except ValidationError as error:
    print(error)
Row.id, Row.name, Row.boss = 1, "Ann", None
print(Owner.model_validate(Row()))


class Team(BaseModel):
    lead: Owner | None = None
    size: int | None = None


print(Team.model_json_schema()["properties"])
