"""Types with rules of their own: e-mail addresses, URLs, secrets, numbers with a sign. Imported only when a program names one."""

import typing as _typing

from pydantic._errors import invalid
from pydantic._fields import FieldInfo
from pydantic._schema import validator_of

Annotated = _typing.Annotated
__all__ = ["EmailStr", "AnyUrl", "HttpUrl"]


class _Rules(FieldInfo):
    """Constraints that stand in an annotation."""


def StringConstraints(*, strip_whitespace=None, to_upper=None, to_lower=None, strict=None, min_length=None, max_length=None, pattern=None):
    made = _Rules(strict=strict, min_length=min_length, max_length=max_length, pattern=pattern)
    made.strip_whitespace, made.to_upper, made.to_lower = strip_whitespace, to_upper, to_lower
    return _Plain(made)


class _Plain:
    """As a constraint that is no FieldInfo: it stays with the type wherever that goes."""

    def __init__(self, rules):
        for name, value in rules.__dict__.items():
            if value is not None and name not in ("default", "default_factory", "metadata", "extra", "repr", "annotation"):
                setattr(self, name, value)


def _limited(base, **said):
    return Annotated[base, _Plain(_Rules(**said))]


def conint(*, strict=None, gt=None, ge=None, lt=None, le=None, multiple_of=None):
    return _limited(int, strict=strict, gt=gt, ge=ge, lt=lt, le=le, multiple_of=multiple_of)


def confloat(*, strict=None, gt=None, ge=None, lt=None, le=None, multiple_of=None, allow_inf_nan=None):
    return _limited(float, strict=strict, gt=gt, ge=ge, lt=lt, le=le, multiple_of=multiple_of, allow_inf_nan=allow_inf_nan)


def constr(*, strip_whitespace=None, to_upper=None, to_lower=None, strict=None, min_length=None, max_length=None, pattern=None, regex=None):
    return Annotated[str, StringConstraints(strip_whitespace=strip_whitespace, to_upper=to_upper, to_lower=to_lower, strict=strict,
                                            min_length=min_length, max_length=max_length, pattern=pattern or regex)]


def conbytes(*, min_length=None, max_length=None, strict=None):
    return _limited(bytes, min_length=min_length, max_length=max_length, strict=strict)


def conlist(item_type, *, min_length=None, max_length=None, min_items=None, max_items=None, unique_items=None):
    return _limited(list[item_type], min_length=min_length if min_length is not None else min_items,
                    max_length=max_length if max_length is not None else max_items)


def condate(*, strict=None, gt=None, ge=None, lt=None, le=None):
    import datetime

    return _limited(datetime.date, strict=strict, gt=gt, ge=ge, lt=lt, le=le)


def conset(item_type, *, min_length=None, max_length=None):
    return _limited(set[item_type], min_length=min_length, max_length=max_length)


PositiveInt = _limited(int, gt=0)
NegativeInt = _limited(int, lt=0)
NonNegativeInt = _limited(int, ge=0)
NonPositiveInt = _limited(int, le=0)
PositiveFloat = _limited(float, gt=0)
NegativeFloat = _limited(float, lt=0)
NonNegativeFloat = _limited(float, ge=0)
NonPositiveFloat = _limited(float, le=0)
FiniteFloat = _limited(float, allow_inf_nan=False)
StrictInt = _limited(int, strict=True)
StrictFloat = _limited(float, strict=True)
StrictStr = _limited(str, strict=True)
StrictBool = _limited(bool, strict=True)
StrictBytes = _limited(bytes, strict=True)


class BaseConfig:
    pass


class Extra:
    allow, ignore, forbid = "allow", "ignore", "forbid"


# --- e-mail: the rules of the package email-validator, whose words pydantic passes on ---


_LOCAL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~.")
_HOST = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.")
_SPECIAL_NAMES = ("local", "localhost", "test", "invalid", "example", "arpa", "onion")


def _email_problem(text):
    local, at, domain = text.rpartition("@")
    if not at:
        return "An email address must have an @-sign."
    if "@" in local and not (local.startswith('"') and local.endswith('"')):
        return f"The email address contains invalid characters before the @-sign: {_shown([each for each in local if each not in _LOCAL])}."
    if not local:
        return "There must be something before the @-sign."
    wrong = [each for each in local if each not in _LOCAL and each.isascii()]
    if wrong:
        return f"The email address contains invalid characters before the @-sign: {_shown(wrong)}."
    if local.startswith("."):
        return "An email address cannot start with a period."
    if local.endswith("."):
        return "An email address cannot have a period immediately before the @-sign."
    if ".." in local:
        return "An email address cannot have two periods in a row."
    if len(local) > 64:
        return f"The email address is too long before the @-sign ({len(local) - 64} character{'s' if len(local) > 65 else ''} too many)."
    if not domain:
        return "There must be something after the @-sign."
    wrong = [each for each in domain if each not in _HOST and each.isascii()]
    if wrong:
        return f"The part after the @-sign contains invalid characters: {_shown(wrong)}."
    if domain.startswith("."):
        return "An email address cannot have a period immediately after the @-sign."
    if domain.endswith("."):
        return "An email address cannot end with a period."
    if ".." in domain:
        return "An email address cannot have two periods in a row."
    if domain.startswith("-"):
        return "An email address cannot have a hyphen immediately after the @-sign."
    if domain.endswith("-"):
        return "An email address cannot end with a hyphen."
    if ".-" in domain or "-." in domain:
        return "An email address cannot have a period and a hyphen next to each other."
    if len(domain) > 253:
        return "The email address is too long after the @-sign."
    if "." not in domain:
        return "The part after the @-sign is not valid. It should have a period."
    last = domain.rpartition(".")[2].lower()
    if last.isdigit() or not last[-1].isalpha():
        return "The part after the @-sign is not valid. It is not within a valid top-level domain."
    if last in _SPECIAL_NAMES and last != "example":
        return "The part after the @-sign is a special-use or reserved name that cannot be used with email."
    return None


def _shown(characters):
    return ", ".join("SPACE" if each == " " else repr(each) for each in sorted(set(characters)))


def checked_email(value):
    if not isinstance(value, str):
        raise invalid("string_type", "Input should be a valid string", value)
    text = value.strip()
    words = _email_problem(text)
    if words is not None:
        raise invalid("value_error", f"value is not a valid email address: {words}", value, {"reason": words})
    local, _, domain = text.rpartition("@")
    return f"{local}@{domain.lower()}"


class EmailStr(str):
    __pydantic_format__ = ("string", "email")

    @classmethod
    def __pydantic_check__(cls, value):
        return checked_email(value)


class NameEmail:
    def __init__(self, name, email):
        self.name, self.email = name, email

    @classmethod
    def __pydantic_check__(cls, value):
        if isinstance(value, cls):
            return value
        if isinstance(value, str) and value.endswith(">") and "<" in value:
            name, _, email = value[:-1].partition("<")
            return cls(name.strip() or email.partition("@")[0], checked_email(email))
        email = checked_email(value)
        return cls(email.partition("@")[0], email)

    def __eq__(self, other):
        return isinstance(other, NameEmail) and (self.name, self.email) == (other.name, other.email)

    def __str__(self):
        return f"{self.name} <{self.email}>"

    def __repr__(self):
        return f"NameEmail(name={self.name!r}, email={self.email!r})"


# --- URLs ---


class AnyUrl:
    """A URL in the form that the WHATWG's URL standard writes it: a host has a path, if only "/"."""

    _schemes = None
    __pydantic_format__ = ("string", "uri")

    def __init__(self, url):
        if isinstance(url, AnyUrl):
            url = url._url
        self._url = _normal_url(url, self._schemes)

    @classmethod
    def __pydantic_check__(cls, value):
        if isinstance(value, cls):
            return value
        if not isinstance(value, (str, AnyUrl)):
            raise invalid("url_type", "URL input should be a string or URL", value)
        return cls(value)

    def _parts(self):
        from urllib.parse import urlsplit

        return urlsplit(self._url)

    scheme = property(lambda self: self._parts().scheme)
    host = property(lambda self: self._parts().hostname)
    path = property(lambda self: self._parts().path or None)
    query = property(lambda self: self._parts().query or None)
    fragment = property(lambda self: self._parts().fragment or None)
    username = property(lambda self: self._parts().username)
    password = property(lambda self: self._parts().password)

    @property
    def port(self):
        return self._parts().port or {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}.get(self.scheme)

    def unicode_string(self):
        return self._url

    def __eq__(self, other):
        return type(self) is type(other) and self._url == other._url

    def __hash__(self):
        return hash(self._url)

    def __len__(self):
        return len(self._url)

    def __str__(self):
        return self._url

    def __repr__(self):
        return f"{type(self).__name__}({self._url!r})"


def _url_problem(value, words):
    return invalid("url_parsing", f"Input should be a valid URL, {words}", value, {"error": words})


def _normal_url(value, schemes):
    text = value.strip()
    if not text:
        raise _url_problem(value, "input is empty")
    scheme, colon, rest = text.partition(":")
    if not colon or not scheme or not scheme[0].isalpha() or not all(each.isalnum() or each in "+-." for each in scheme):
        raise _url_problem(value, "relative URL without a base")
    scheme = scheme.lower()
    if schemes is not None and scheme not in schemes:
        expected = " or ".join([", ".join(repr(each) for each in schemes[:-1]), repr(schemes[-1])]) if len(schemes) > 1 else repr(schemes[0])
        raise invalid("url_scheme", f"URL scheme should be {expected}", value, {"expected_schemes": expected})
    if scheme not in ("http", "https", "ws", "wss", "ftp"):
        return f"{scheme}:{rest}"
    rest = rest.lstrip("/\\")
    end = len(rest)
    for at, character in enumerate(rest):
        if character in "/?#":
            end = at
            break
    host, path = rest[:end], rest[end:]
    user, at, host = host.rpartition("@")
    name, colon, port = host.partition(":")
    if not name:
        raise _url_problem(value, "empty host")
    if any(each in " <>^|%" for each in name):
        raise _url_problem(value, "invalid international domain name" if "%" not in name else "invalid domain character")
    if colon and (not port.isdigit() or int(port) > 65535):
        raise _url_problem(value, "invalid port number")
    if port and int(port) == {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}[scheme]:
        port = ""
    if not path.startswith("/"):
        path = "/" + path
    return f"{scheme}://{user}{at}{name.lower()}{':' + port if port else ''}{path.replace(' ', '%20')}"


class AnyHttpUrl(AnyUrl):
    _schemes = ("http", "https")


class HttpUrl(AnyHttpUrl):
    pass


# --- secrets, JSON, moments ---


class SecretStr:
    def __init__(self, secret_value):
        self._secret_value = secret_value

    __pydantic_format__ = ("string", "password")

    @classmethod
    def __pydantic_check__(cls, value):
        return value if isinstance(value, cls) else cls(validator_of(str)(value))

    def get_secret_value(self):
        return self._secret_value

    def __eq__(self, other):
        return isinstance(other, SecretStr) and self._secret_value == other._secret_value

    def __hash__(self):
        return hash(self._secret_value)

    def __len__(self):
        return len(self._secret_value)

    def __str__(self):
        return "**********" if self._secret_value else ""

    def __repr__(self):
        return f"SecretStr({str(self)!r})"


class SecretBytes(SecretStr):
    @classmethod
    def __pydantic_check__(cls, value):
        return value if isinstance(value, cls) else cls(validator_of(bytes)(value))

    def __str__(self):
        return str(super().__str__().encode())

    def __repr__(self):
        return f"SecretBytes({self})"


class _Check:
    """A rule of a function's own in an annotation."""

    def __init__(self, check):
        self.wrap_check = lambda inner: lambda value: check(inner, value)


def _parsed_json(inner, value):
    import json

    try:
        return inner(json.loads(value))
    except ValueError as error:
        if hasattr(error, "msg"):
            words = f"{error.msg} at line {error.lineno} column {error.colno}"
            raise invalid("json_invalid", f"Invalid JSON: {words}", value, {"error": words}) from None
        raise


class _Json:
    def __getitem__(self, inner):
        return Annotated[inner, _Check(_parsed_json)]

    def __pydantic_check__(self, value):
        return _parsed_json(lambda found: found, value)


Json = _Json()


def _moment(kind, rule, type, message):
    def check(inner, value):
        found = inner(value)
        import datetime

        now = datetime.date.today() if kind == "date" else datetime.datetime.now(found.tzinfo)
        if not rule(found, now):
            raise invalid(type, message, value)
        return found

    import datetime

    return Annotated[getattr(datetime, kind), _Check(check)]


def _zone_rule(wants, type, message):
    import datetime

    def check(inner, value):
        found = inner(value)
        if (found.tzinfo is not None) != wants:
            raise invalid(type, message, value)
        return found

    return Annotated[datetime.datetime, _Check(check)]


def _uuid_of(version):
    import uuid

    def check(inner, value):
        found = inner(value)
        if found.version != version:
            raise invalid("uuid_version", f"UUID version {version} expected", value, {"expected_version": version})
        return found

    return Annotated[uuid.UUID, _Check(check)]


_LATE = {
    "PastDate": lambda: _moment("date", lambda found, now: found < now, "date_past", "Date should be in the past"),
    "FutureDate": lambda: _moment("date", lambda found, now: found > now, "date_future", "Date should be in the future"),
    "PastDatetime": lambda: _moment("datetime", lambda found, now: found < now, "datetime_past", "Input should be in the past"),
    "FutureDatetime": lambda: _moment("datetime", lambda found, now: found > now, "datetime_future", "Input should be in the future"),
    "AwareDatetime": lambda: _zone_rule(True, "timezone_aware", "Input should have timezone info"),
    "NaiveDatetime": lambda: _zone_rule(False, "timezone_naive", "Input should not have timezone info"),
    "UUID1": lambda: _uuid_of(1), "UUID3": lambda: _uuid_of(3), "UUID4": lambda: _uuid_of(4), "UUID5": lambda: _uuid_of(5),
}


def __getattr__(name):
    if name in _LATE:
        value = globals()[name] = _LATE[name]()
        return value
    if name in ("AliasChoices", "AliasPath", "ByteSize", "IPvAnyAddress", "FilePath", "ImportString", "InstanceOf", "Base64Str"):
        raise ImportError(f"One Waiter does not run pydantic.{name} yet: a str with a field_validator is the usual way")
    raise AttributeError(f"module 'pydantic._types' has no attribute {name!r}")
