# conformance: by hand (pydantic 2 alone does this)
# What a model's configuration says of its texts, and of the names it is written with.
from pydantic import BaseModel, ConfigDict, Field, ValidationError


class Text(BaseModel):
    model_config = ConfigDict(str_to_lower=True, str_strip_whitespace=True, str_max_length=5, str_min_length=1, serialize_by_alias=True)
    text: str = Field(default="x", alias="theText")
    maybe: str | None = None
    longer: str = Field(default="x", max_length=8)
    number: int = 0


class Loud(Text):
    model_config = ConfigDict(str_to_lower=False, str_to_upper=True)


print(Text(theText=" ABC ", maybe="Q"), Loud(theText=" abc "))
print(Text(theText="a").model_dump(), Text(theText="a").model_dump_json(by_alias=False))
for wrong in ({"theText": "abcdefg"}, {"theText": "   "}, {"maybe": ""}, {"longer": "123456789"}):
    try:
        Text(**wrong)
    except ValidationError as error:
        print([(each["loc"], each["msg"], each["input"]) for each in error.errors()])
