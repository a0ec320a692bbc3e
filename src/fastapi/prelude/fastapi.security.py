"""Who is asking: schemes that are dependencies, and that say so in the application's description."""

from fastapi.exceptions import HTTPException
from fastapi._dependant import SecurityScopes
from fastapi.params import Form
from starlette.requests import Request

import typing as _typing


class SecurityBase:
    scheme = {}

    def _named(self, scheme_name, description, auto_error):
        self.scheme_name = scheme_name or type(self).__name__
        self.auto_error = auto_error
        if description:
            self.scheme = {**self.scheme, "description": description}


def get_authorization_scheme_param(authorization):
    if not authorization:
        return "", ""
    scheme, _, param = authorization.partition(" ")
    return scheme, param


class HTTPBasicCredentials:
    def __init__(self, username, password):
        self.username, self.password = username, password

    def __eq__(self, other):
        return isinstance(other, HTTPBasicCredentials) and (self.username, self.password) == (other.username, other.password)

    def __repr__(self):
        return f"HTTPBasicCredentials(username={self.username!r}, password={self.password!r})"

    def __str__(self):
        return f"username={self.username!r} password={self.password!r}"

    def model_dump(self, **options):
        return {"username": self.username, "password": self.password}


class HTTPAuthorizationCredentials:
    def __init__(self, scheme, credentials):
        self.scheme, self.credentials = scheme, credentials

    def __repr__(self):
        return f"HTTPAuthorizationCredentials(scheme={self.scheme!r}, credentials={self.credentials!r})"

    def __str__(self):
        return f"scheme={self.scheme!r} credentials={self.credentials!r}"

    def model_dump(self, **options):
        return {"scheme": self.scheme, "credentials": self.credentials}


for _cls in (HTTPBasicCredentials, HTTPAuthorizationCredentials):
    _cls.dict = _cls.model_dump
    _cls.__pydantic_check__ = staticmethod(lambda value: value)


class HTTPBase(SecurityBase):
    def __init__(self, *, scheme, scheme_name=None, description=None, auto_error=True):
        self.scheme = {"type": "http", "scheme": scheme}
        self._named(scheme_name, description, auto_error)

    def refusal(self):
        return HTTPException(status_code=401, detail="Not authenticated", headers={"WWW-Authenticate": self.scheme["scheme"].title()})

    async def __call__(self, request: Request):
        scheme, credentials = get_authorization_scheme_param(request.headers.get("Authorization"))
        if not (scheme and credentials):
            if self.auto_error:
                raise self.refusal()
            return None
        return HTTPAuthorizationCredentials(scheme=scheme, credentials=credentials)


class HTTPBasic(HTTPBase):
    def __init__(self, *, scheme_name=None, realm=None, description=None, auto_error=True):
        self.scheme = {"type": "http", "scheme": "basic"}
        self._named(scheme_name, description, auto_error)
        self.realm = realm

    def refusal(self):
        said = f'Basic realm="{self.realm}"' if self.realm else "Basic"
        return HTTPException(status_code=401, detail="Not authenticated", headers={"WWW-Authenticate": said})

    async def __call__(self, request: Request):
        scheme, param = get_authorization_scheme_param(request.headers.get("Authorization"))
        if not scheme or scheme.lower() != "basic":
            if self.auto_error:
                raise self.refusal()
            return None
        import base64

        try:
            text = base64.b64decode(param).decode("ascii")
        except ValueError:
            raise self.refusal() from None
        username, colon, password = text.partition(":")
        if not colon:
            raise self.refusal()
        return HTTPBasicCredentials(username=username, password=password)


class HTTPBearer(HTTPBase):
    def __init__(self, *, bearerFormat=None, scheme_name=None, description=None, auto_error=True):
        self.scheme = {"type": "http", "scheme": "bearer"}
        if bearerFormat:
            self.scheme["bearerFormat"] = bearerFormat
        self._named(scheme_name, description, auto_error)

    async def __call__(self, request: Request):
        scheme, credentials = get_authorization_scheme_param(request.headers.get("Authorization"))
        if not (scheme and credentials) or scheme.lower() != self.scheme["scheme"]:
            if self.auto_error:
                raise self.refusal()
            return None
        return HTTPAuthorizationCredentials(scheme=scheme, credentials=credentials)


class HTTPDigest(HTTPBearer):
    def __init__(self, *, scheme_name=None, description=None, auto_error=True):
        self.scheme = {"type": "http", "scheme": "digest"}
        self._named(scheme_name, description, auto_error)


class _APIKey(SecurityBase):
    place = ""

    def __init__(self, *, name, scheme_name=None, description=None, auto_error=True):
        self.name = name
        self.scheme = {"type": "apiKey", "in": self.place, "name": name}
        self._named(scheme_name, description, auto_error)

    def refused(self, key):
        if key:
            return key
        if self.auto_error:
            raise HTTPException(status_code=401, detail="Not authenticated", headers={"WWW-Authenticate": "APIKey"})
        return None


class APIKeyQuery(_APIKey):
    place = "query"

    async def __call__(self, request: Request):
        return self.refused(request.query_params.get(self.name))


class APIKeyHeader(_APIKey):
    place = "header"

    async def __call__(self, request: Request):
        return self.refused(request.headers.get(self.name))


class APIKeyCookie(_APIKey):
    place = "cookie"

    async def __call__(self, request: Request):
        return self.refused(request.cookies.get(self.name))


_Text = _typing.Union[str, None]


class OAuth2PasswordRequestForm:
    def __init__(self, *, grant_type: _Text = Form(default=None, pattern="^password$"), username: str = Form(), password: str = Form(),
                 scope: str = Form(default=""), client_id: _Text = Form(default=None), client_secret: _Text = Form(default=None)):
        self.grant_type = grant_type
        self.username = username
        self.password = password
        self.scopes = scope.split()
        self.client_id = client_id
        self.client_secret = client_secret


class OAuth2PasswordRequestFormStrict(OAuth2PasswordRequestForm):
    def __init__(self, grant_type: str = Form(pattern="^password$"), username: str = Form(), password: str = Form(),
                 scope: str = Form(default=""), client_id: _Text = Form(default=None), client_secret: _Text = Form(default=None)):
        super().__init__(grant_type=grant_type, username=username, password=password, scope=scope, client_id=client_id, client_secret=client_secret)


class OAuth2(SecurityBase):
    def __init__(self, *, flows=None, scheme_name=None, description=None, auto_error=True):
        self.scheme = {"type": "oauth2", "flows": flows or {}}
        self._named(scheme_name, description, auto_error)

    def refusal(self):
        return HTTPException(status_code=401, detail="Not authenticated", headers={"WWW-Authenticate": "Bearer"})

    async def __call__(self, request: Request):
        authorization = request.headers.get("Authorization")
        if not authorization:
            if self.auto_error:
                raise self.refusal()
            return None
        return authorization


class OAuth2PasswordBearer(OAuth2):
    def __init__(self, tokenUrl, scheme_name=None, scopes=None, description=None, auto_error=True, refreshUrl=None):
        flow = {"scopes": scopes or {}, "tokenUrl": tokenUrl}
        if refreshUrl:
            flow["refreshUrl"] = refreshUrl
        super().__init__(flows={"password": flow}, scheme_name=scheme_name, description=description, auto_error=auto_error)

    async def __call__(self, request: Request):
        scheme, param = get_authorization_scheme_param(request.headers.get("Authorization"))
        if scheme.lower() != "bearer":
            if self.auto_error:
                raise self.refusal()
            return None
        return param


class OAuth2AuthorizationCodeBearer(OAuth2PasswordBearer):
    def __init__(self, authorizationUrl, tokenUrl, refreshUrl=None, scheme_name=None, scopes=None, description=None, auto_error=True):
        flow = {"authorizationUrl": authorizationUrl, "tokenUrl": tokenUrl, "scopes": scopes or {}}
        if refreshUrl:
            flow["refreshUrl"] = refreshUrl
        OAuth2.__init__(self, flows={"authorizationCode": flow}, scheme_name=scheme_name, description=description, auto_error=auto_error)
