"""Paths as text (POSIX). There are no files here: what would look for one is refused."""

from _prelude import refuse as _refuse

curdir, pardir, sep, extsep, altsep, pathsep, defpath, devnull = ".", "..", "/", ".", None, ":", "/bin:/usr/bin", "/dev/null"


def _text(path):
    path = path.__fspath__() if hasattr(path, "__fspath__") else path
    if not isinstance(path, (str, bytes)):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return path


def split(p):
    p = _text(p)
    at = p.rfind("/") + 1
    head = p[:at]
    return head.rstrip("/") or head, p[at:]


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def join(a, *p):
    path = _text(a)
    for part in p:
        part = _text(part)
        if part.startswith("/"):
            path = part
        else:
            path += part if not path or path.endswith("/") else "/" + part
    return path


def splitext(p):
    p = _text(p)
    at = p.rfind(".")
    name = p.rfind("/") + 1
    if at < name or not p[name:at].strip("."):
        return p, ""
    return p[:at], p[at:]


def splitdrive(p):
    return "", _text(p)


def isabs(s):
    return _text(s).startswith("/")


def normcase(s):
    return _text(s)


def normpath(path):
    path = _text(path)
    root = "//" if path[:2] == "//" and path[:3] != "///" else "/" if path[:1] == "/" else ""
    parts = []
    for part in path.split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part not in ("", ".") and not (part == ".." and root and not parts):
            parts.append(part)
    return root + "/".join(parts) or "."


def commonprefix(m):
    if not m:
        return ""
    least, most, at = min(m), max(m), 0
    while at < len(least) and least[at] == most[at]:
        at += 1
    return least[:at]


def commonpath(paths):
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({path.startswith("/") for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    shared = commonprefix([[part for part in path.split("/") if part not in ("", ".")] for path in paths])
    return ("/" if paths[0].startswith("/") else "") + "/".join(shared)


def _refused(name):
    def refused(*args, **kwargs):
        _refuse(f"os.path.{name}()", "there are no files here, and a dict or io.StringIO is the usual way")

    refused.__name__ = refused.__qualname__ = name
    return refused


for _name in ("abspath", "exists", "expanduser", "expandvars", "getatime", "getctime", "getmtime", "getsize", "isdir", "isfile", "islink",
              "ismount", "lexists", "realpath", "relpath", "samefile"):
    globals()[_name] = _refused(_name)
del _name
