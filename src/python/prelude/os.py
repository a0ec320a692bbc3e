"""What programs read of the system. A run has an empty environment of its own and no files, processes or users."""

from collections.abc import MutableMapping as _MutableMapping
import os.path

name, sep, linesep, curdir, pardir, extsep, altsep, pathsep, devnull = "posix", "/", "\n", ".", "..", ".", None, ":", "/dev/null"
error = OSError


class _Environ(_MutableMapping):
    def __init__(self):
        self._values = {}

    def _key(self, key):
        if not isinstance(key, str):
            raise TypeError(f"str expected, not {type(key).__name__}")
        return key

    def __getitem__(self, key):
        if self._key(key) not in self._values:
            raise KeyError(key) from None
        return self._values[key]

    def __setitem__(self, key, value):
        self._values[self._key(key)] = self._key(value)

    def __delitem__(self, key):
        if self._key(key) not in self._values:
            raise KeyError(key) from None
        del self._values[key]

    def __iter__(self):
        return iter(list(self._values))

    def __len__(self):
        return len(self._values)

    def copy(self):
        return dict(self)

    def __or__(self, other):
        return {**self, **other}

    def __ror__(self, other):
        return {**other, **self}

    def __repr__(self):
        return "environ({" + ", ".join([f"{key!r}: {value!r}" for key, value in self._values.items()]) + "})"


_Environ.__name__ = _Environ.__qualname__ = "_Environ"
environ = _Environ()


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    environ[name] = value


def unsetenv(name, /):
    environ.pop(name, None)


def getpid():
    return 1


def getppid():
    return 0


def cpu_count():
    return 32  # of the simulated machine, as concurrent.futures has them


def fspath(path):
    return os.path._text(path)


def strerror(code, /):
    return {1: "Operation not permitted", 2: "No such file or directory", 13: "Permission denied", 17: "File exists"}.get(code, f"Unknown error {code}")


def urandom(size, /):
    from secrets import token_bytes
    return token_bytes(size)


def __getattr__(name):
    if name in _NOT_HERE:
        raise AttributeError(f"One Waiter does not run os.{name} yet: there are no files and processes here, and a dict, io.StringIO and asyncio tasks are the usual ways")
    raise AttributeError(f"module 'os' has no attribute {name!r}")


_NOT_HERE = frozenset("""_exit abort access chdir chmod close cwd execv fork getcwd getlogin kill link listdir makedirs mkdir open pipe popen read
    readlink remove removedirs rename renames replace rmdir scandir stat symlink system truncate unlink uname utime walk write wait waitpid
    getuid get_terminal_size times""".split())
