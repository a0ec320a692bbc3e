"""Headers, query parameters, addresses, URLs, forms: what a request holds, in the shapes that programs expect."""

from starlette._text import parse_query


class Address(tuple):
    def __new__(cls, host, port):
        return tuple.__new__(cls, (host, port))

    host = property(lambda self: self[0])
    port = property(lambda self: self[1])

    def __repr__(self):
        return f"Address(host={self[0]!r}, port={self[1]!r})"


class State:
    """Attributes that are kept in a dict."""

    def __init__(self, state=None):
        object.__setattr__(self, "_state", {} if state is None else state)

    def __setattr__(self, key, value):
        self._state[key] = value

    def __getattr__(self, key):
        try:
            return self._state[key]
        except KeyError:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{key}'") from None

    def __delattr__(self, key):
        del self._state[key]

    def __getitem__(self, key):
        return self._state[key]

    def __setitem__(self, key, value):
        self._state[key] = value

    def __iter__(self):
        return iter(self._state)

    def __len__(self):
        return len(self._state)


class _Mapping:
    """What a mapping has besides its own __getitem__, keys and items."""

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __len__(self):
        return len(self.keys())

    def __iter__(self):
        return iter(self.keys())


class Headers(_Mapping):
    """Names without regard to case; several values of one name are kept. `raw` is ASGI's list of pairs of bytes."""

    def __init__(self, headers=None, raw=None, scope=None):
        if headers is not None:
            self._list = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
        elif raw is not None:
            self._list = raw
        elif scope is not None:
            self._list = scope["headers"] = list(scope["headers"])
        else:
            self._list = []

    @property
    def raw(self):
        return self._list

    def keys(self):
        return [name.decode("latin-1") for name, _ in self._list]

    def values(self):
        return [value.decode("latin-1") for _, value in self._list]

    def items(self):
        return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in self._list]

    def getlist(self, key):
        wanted = key.lower().encode("latin-1")
        return [value.decode("latin-1") for name, value in self._list if name == wanted]

    def mutablecopy(self):
        return MutableHeaders(raw=self._list[:])

    def __getitem__(self, key):
        wanted = key.lower().encode("latin-1")
        for name, value in self._list:
            if name == wanted:
                return value.decode("latin-1")
        raise KeyError(key)

    def __contains__(self, key):
        wanted = key.lower().encode("latin-1")
        return any(name == wanted for name, _ in self._list)

    def __eq__(self, other):
        return isinstance(other, Headers) and sorted(self._list) == sorted(other._list)

    def __repr__(self):
        as_dict = dict(self.items())
        if len(as_dict) == len(self._list):
            return f"{type(self).__name__}({as_dict!r})"
        return f"{type(self).__name__}(raw={self._list!r})"


class MutableHeaders(Headers):
    def __setitem__(self, key, value):
        wanted = key.lower().encode("latin-1")
        new = value.encode("latin-1")
        found = [at for at, (name, _) in enumerate(self._list) if name == wanted]
        for at in reversed(found[1:]):
            del self._list[at]
        if found:
            self._list[found[0]] = (wanted, new)
        else:
            self._list.append((wanted, new))

    def __delitem__(self, key):
        wanted = key.lower().encode("latin-1")
        self._list[:] = [pair for pair in self._list if pair[0] != wanted]

    def __or__(self, other):
        if not isinstance(other, _Mapping) and not isinstance(other, dict):
            raise TypeError(f"Expected a mapping but got {type(other).__name__}")
        new = self.mutablecopy()
        new.update(other)
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def setdefault(self, key, value):
        if key in self:
            return self[key]
        self._list.append((key.lower().encode("latin-1"), value.encode("latin-1")))
        return value

    def update(self, other):
        for name, value in other.items():
            self[name] = value

    def append(self, key, value):
        self._list.append((key.lower().encode("latin-1"), value.encode("latin-1")))

    def add_vary_header(self, vary):
        existing = self.get("vary")
        self["vary"] = vary if existing is None else f"{existing}, {vary}"


class ImmutableMultiDict(_Mapping):
    """As a dict it has each name's last value; `multi_items` and `getlist` have them all."""

    def __init__(self, *args, **kwargs):
        value = args[0] if args else []
        if hasattr(value, "multi_items"):
            pairs = list(value.multi_items())
        elif hasattr(value, "items"):
            pairs = list(value.items())
        else:
            pairs = list(value)
        self._list = pairs + list(kwargs.items())
        self._dict = dict(self._list)

    def getlist(self, key):
        return [value for name, value in self._list if name == key]

    def keys(self):
        return self._dict.keys()

    def values(self):
        return self._dict.values()

    def items(self):
        return self._dict.items()

    def multi_items(self):
        return list(self._list)

    def __getitem__(self, key):
        return self._dict[key]

    def __contains__(self, key):
        return key in self._dict

    def __eq__(self, other):
        return isinstance(other, type(self)) and sorted(self._list) == sorted(other._list)

    def __repr__(self):
        return f"{type(self).__name__}({self._list!r})"


class MultiDict(ImmutableMultiDict):
    def _set(self, pairs):
        self._list = pairs
        self._dict = dict(pairs)

    def __setitem__(self, key, value):
        self.setlist(key, [value])

    def __delitem__(self, key):
        del self._dict[key]
        self._set([pair for pair in self._list if pair[0] != key])

    def pop(self, key, *default):
        value = self._dict.pop(key, *default)
        self._set([pair for pair in self._list if pair[0] != key])
        return value

    def popitem(self):
        key, value = self._dict.popitem()
        self._set([pair for pair in self._list if pair[0] != key])
        return key, value

    def poplist(self, key):
        values = self.getlist(key)
        self._set([pair for pair in self._list if pair[0] != key])
        return values

    def clear(self):
        self._set([])

    def setdefault(self, key, default=None):
        if key not in self:
            self.append(key, default)
        return self[key]

    def setlist(self, key, values):
        self._set([pair for pair in self._list if pair[0] != key] + [(key, value) for value in values])

    def append(self, key, value):
        self._list.append((key, value))
        self._dict[key] = value

    def update(self, *args, **kwargs):
        new = MultiDict(*args, **kwargs)
        self._set([pair for pair in self._list if pair[0] not in new._dict] + new._list)


class QueryParams(ImmutableMultiDict):
    def __init__(self, *args, **kwargs):
        value = args[0] if args else []
        if isinstance(value, bytes):
            value = value.decode("latin-1")
        if isinstance(value, str):
            value = parse_query(value)
        super().__init__(value, **kwargs)
        self._list = [(str(name), str(each)) for name, each in self._list]
        self._dict = {name: each for name, each in self._list}

    def __str__(self):
        from urllib.parse import urlencode

        return urlencode(self._list)

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"


class URL:
    def __init__(self, url="", scope=None, **components):
        if scope is not None:
            scheme = scope.get("scheme", "http")
            path = scope.get("root_path", "") + scope["path"] if not scope["path"].startswith(scope.get("root_path", "")) else scope["path"]
            query = scope.get("query_string", b"")
            host = None
            for name, value in scope["headers"]:
                if name == b"host":
                    host = value.decode("latin-1")
                    break
            server = scope.get("server")
            if host is not None:
                url = f"{scheme}://{host}{path}"
            elif server is None:
                url = path
            else:
                name, port = server
                default = {"http": 80, "https": 443, "ws": 80, "wss": 443}[scheme]
                url = f"{scheme}://{name}{path}" if port == default else f"{scheme}://{name}:{port}{path}"
            if query:
                url += "?" + query.decode()
        elif components:
            url = URL("").replace(**components)._url
        self._url = url
        self._parts = None

    @property
    def components(self):
        if self._parts is None:
            from urllib.parse import urlsplit

            self._parts = urlsplit(self._url)
        return self._parts

    scheme = property(lambda self: self.components.scheme)
    netloc = property(lambda self: self.components.netloc)
    path = property(lambda self: self.components.path)
    query = property(lambda self: self.components.query)
    fragment = property(lambda self: self.components.fragment)
    username = property(lambda self: self.components.username)
    password = property(lambda self: self.components.password)
    hostname = property(lambda self: self.components.hostname)
    port = property(lambda self: self.components.port)

    @property
    def is_secure(self):
        return self.scheme in ("https", "wss")

    def replace(self, **said):
        parts = self.components
        if "username" in said or "password" in said or "hostname" in said or "port" in said:
            hostname = said.pop("hostname", None)
            port = said.pop("port", parts.port)
            username = said.pop("username", parts.username)
            password = said.pop("password", parts.password)
            if hostname is None:
                hostname = parts.hostname or ""
            netloc = hostname if port is None else f"{hostname}:{port}"
            if username is not None:
                netloc = f"{username if password is None else f'{username}:{password}'}@{netloc}"
            said["netloc"] = netloc
        from urllib.parse import urlunsplit

        names = ("scheme", "netloc", "path", "query", "fragment")
        return type(self)(urlunsplit([said.get(name, getattr(parts, name)) for name in names]))

    def include_query_params(self, **params):
        found = MultiDict(parse_query(self.query))
        found.update({str(name): str(value) for name, value in params.items()})
        return self._with_query(found)

    def replace_query_params(self, **params):
        return self._with_query(MultiDict([(str(name), str(value)) for name, value in params.items()]))

    def remove_query_params(self, keys):
        found = MultiDict(parse_query(self.query))
        for key in [keys] if isinstance(keys, str) else keys:
            found.poplist(key)
        return self._with_query(found)

    def _with_query(self, found):
        from urllib.parse import urlencode

        return self.replace(query=urlencode(found.multi_items()))

    def __eq__(self, other):
        return str(self) == str(other)

    def __hash__(self):
        return hash(self._url)

    def __str__(self):
        return self._url

    def __repr__(self):
        shown = self._url
        if self.password:
            shown = str(self.replace(password="********"))
        return f"{type(self).__name__}({shown!r})"


class URLPath(str):
    def __new__(cls, path, protocol="", host=""):
        return str.__new__(cls, path)

    def __init__(self, path, protocol="", host=""):
        self.protocol = protocol
        self.host = host

    def make_absolute_url(self, base_url):
        base = URL(base_url) if isinstance(base_url, str) else base_url
        scheme = base.scheme
        if self.protocol:
            scheme = {"http": {True: "https", False: "http"}, "websocket": {True: "wss", False: "ws"}}[self.protocol][base.is_secure]
        return URL(f"{scheme}://{self.host or base.netloc}{base.path.rstrip('/')}{str(self)}")


class Secret:
    def __init__(self, value):
        self._value = value

    def __repr__(self):
        return f"{type(self).__name__}('**********')"

    def __str__(self):
        return self._value

    def __bool__(self):
        return bool(self._value)


class CommaSeparatedStrings:
    def __init__(self, value):
        self._items = [each.strip() for each in value.split(",")] if isinstance(value, str) else list(value)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, at):
        return self._items[at]

    def __iter__(self):
        return iter(self._items)

    def __repr__(self):
        return f"{type(self).__name__}({self._items!r})"

    def __str__(self):
        return ", ".join(repr(each) for each in self._items)


class UploadFile:
    """A file of a form. Its bytes are in memory: reading never waits, but the calls are async as in the real one."""

    def __init__(self, file, *, size=None, filename=None, headers=None):
        self.file = file
        self.size = size
        self.filename = filename
        self.headers = headers or Headers()

    @classmethod
    def __pydantic_check__(cls, value):
        if isinstance(value, UploadFile):
            return value
        from pydantic._errors import invalid

        words = f"Expected UploadFile, received: {type(value)}"
        raise invalid("value_error", f"Value error, {words}", value, {"error": ValueError(words)})

    @property
    def content_type(self):
        return self.headers.get("content-type", None)

    async def write(self, data):
        if self.size is not None:
            self.size += len(data)
        self.file.write(data)

    async def read(self, size=-1):
        return self.file.read(size)

    async def seek(self, offset):
        self.file.seek(offset)

    async def close(self):
        self.file.close()

    def __repr__(self):
        return f"{type(self).__name__}(filename={self.filename!r}, size={self.size!r}, headers={self.headers!r})"


class FormData(ImmutableMultiDict):
    async def close(self):
        for _, value in self._list:
            if isinstance(value, UploadFile):
                await value.close()
