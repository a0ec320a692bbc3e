"""Where a parameter comes from and what it must be; what a parameter depends on."""

from pydantic._fields import MISSING, FieldInfo


class Param(FieldInfo):
    in_ = None

    def __init__(self, default=MISSING, *, convert_underscores=True, embed=None, media_type=None, example=None, openapi_examples=None,
                 include_in_schema=True, **said):
        super().__init__(default, **said)
        self.convert_underscores = convert_underscores
        self.embed = embed
        self.media_type = media_type
        self.include_in_schema = include_in_schema
        if example is not None:
            self.examples = [example]
        self.openapi_examples = openapi_examples

    def __repr__(self):
        return f"{type(self).__name__}({self.default!r})"


class Path(Param):
    in_ = "path"

    def __init__(self, default=MISSING, **said):
        assert default is MISSING or default is Ellipsis, "Path parameters cannot have a default value"
        super().__init__(MISSING, **said)


class Query(Param):
    in_ = "query"


class Header(Param):
    in_ = "header"


class Cookie(Param):
    in_ = "cookie"


class Body(Param):
    in_ = "body"

    def __init__(self, default=MISSING, *, media_type="application/json", **said):
        super().__init__(default, media_type=media_type, **said)


class Form(Body):
    def __init__(self, default=MISSING, *, media_type="application/x-www-form-urlencoded", **said):
        super().__init__(default, media_type=media_type, **said)


class File(Form):
    def __init__(self, default=MISSING, *, media_type="multipart/form-data", **said):
        super().__init__(default, media_type=media_type, **said)


class Depends:
    def __init__(self, dependency=None, *, use_cache=True, scope=None):
        self.dependency = dependency
        self.use_cache = use_cache
        self.scope = scope

    def __repr__(self):
        name = getattr(self.dependency, "__name__", type(self.dependency).__name__)
        return f"{type(self).__name__}({name}{'' if self.use_cache else ', use_cache=False'})"


class Security(Depends):
    def __init__(self, dependency=None, *, scopes=None, use_cache=True):
        super().__init__(dependency, use_cache=use_cache)
        self.scopes = scopes or []
