# io.StringIO: reading, seeking, writing beyond the end, each kind of newline, and what it refuses.
import io


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


for newline in ("\n", "", None, "\r\n", "\r", "x", 5):
    attempt(lambda: list(io.StringIO("a\nb\r\nc\rd", newline=newline)))
    attempt(lambda: io.StringIO("a\nb\r\nc\rd", newline=newline).getvalue())
    attempt(lambda: io.StringIO("a\nb\r\nc\rd", newline=newline).newlines)
s = io.StringIO("hello world\nsecond\n")
for name, *args in (["read", 5], ["tell"], ["readline"], ["seek", 0], ["readline", 3], ["readlines", 2], ["seek", 0, 2], ["write", "end"], ["getvalue"],
                    ["seek", 3], ["truncate"], ["getvalue"], ["seek", 10], ["write", "x"], ["getvalue"], ["seek", -1], ["seek", 1, 1], ["seek", 0, 5],
                    ["truncate", -1], ["write", 5], ["write", b"x"], ["read", "a"], ["read", None], ["seekable"], ["isatty"], ["fileno"], ["flush"],
                    ["writelines", ["a", "b"]], ["getvalue"], ["detach"], ["close"], ["read"], ["getvalue"], ["close"], ["__enter__"], ["write", "x"]):
    print(name, args, end=" ")
    attempt(getattr(s, name), *args)
attempt(io.StringIO, 5)
attempt(io.StringIO, b"x")
with io.StringIO() as w:
    print("printed", 1, 2, sep="-", file=w)
    print(repr(w.getvalue()), w.closed)
print(w.closed, isinstance(w, io.TextIOBase), issubclass(io.UnsupportedOperation, (OSError, ValueError)), io.SEEK_END)


class Loud(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


loud = Loud()
print("loud", file=loud)
loud.extra = 1
print(repr(loud.getvalue()), loud.extra)
