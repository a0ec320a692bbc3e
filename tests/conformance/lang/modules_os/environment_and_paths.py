# os: an environment that programs fill themselves, and paths as text.
import os
import os.path
from os import environ, getenv, path


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


print(environ.get("ONE_WAITER_TEST"), getenv("ONE_WAITER_TEST", "default"), "ONE_WAITER_TEST" in environ, os.name, os.sep, repr(os.linesep))
t(lambda: environ["ONE_WAITER_TEST"])
environ["ONE_WAITER_TEST"] = "5"
print(getenv("ONE_WAITER_TEST"), int(os.environ.get("ONE_WAITER_TEST", 0)) + 1, environ.setdefault("ONE_WAITER_TEST", "6"), environ.pop("ONE_WAITER_TEST"))
t(environ.pop, "ONE_WAITER_TEST")
t(environ.__setitem__, "ONE_WAITER_TEST", 5)
t(environ.__setitem__, 5, "x")
t(lambda: environ[5])
t(environ.__delitem__, "ONE_WAITER_TEST")
print(path is os.path, isinstance(os.getpid(), int), path.join("a", "b", "c.txt"), path.join("a/", "/b", "c"), path.join("", "x"), path.join("a", ""))
for each in ("/usr/lib/x.tar.gz", "x", "", "/", "//", "a/b/", ".bashrc", "a.b/c", "a/.b.c", "...", "a..b", "//a//b"):
    print(repr(each), path.split(each), path.basename(each), path.dirname(each), path.splitext(each), path.normpath(each), path.isabs(each))
for each in ("a/../b", "../../a", "/../a", "a/./b//c", "a/b/../../..", "./x"):
    print(path.normpath(each))
print(path.commonprefix(["abc", "abd"]), path.commonpath(["/a/b/c", "/a/b/d"]), path.commonprefix([]))
t(path.commonpath, [])
t(path.commonpath, ["/a", "b"])
t(path.join, 5)
t(lambda: os.nonsense)


class Where:
    def __fspath__(self):
        return "from/a/method"


print(path.basename(Where()), os.fspath(Where()), os.fspath("x"))
