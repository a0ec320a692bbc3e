# io.BytesIO, and streams written by deriving from io's base classes.
import io


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


b = io.BytesIO(b"abc\ndef\nghi")
buffer = bytearray(3)
for name, *args in (["read", 2], ["readline"], ["readline", 2], ["readlines"], ["seek", -3, 2], ["read"], ["seek", 1], ["seek", 2, 1], ["tell"],
                    ["write", b"XY"], ["getvalue"], ["seek", -1], ["seek", 0, 9], ["write", "s"], ["write", bytearray(b"q")], ["truncate", 3],
                    ["getvalue"], ["truncate", -2], ["read1", 2], ["seek", 0], ["readinto", buffer], ["seek", 20], ["write", b"z"], ["getvalue"],
                    ["fileno"], ["detach"], ["close"], ["read"], ["tell"]):
    print(name, args, end=" ")
    attempt(getattr(b, name), *args)
attempt(io.BytesIO, "x")
attempt(io.BytesIO, 3)
attempt(list, io.BytesIO(b"1\n2\n"))


class Kept(io.TextIOBase):
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        return len(text)


kept = Kept()
print("a", "b", file=kept)
print(kept.parts, kept.writable(), kept.readable(), kept.closed)
attempt(kept.read)
attempt(kept.seek, 0)
with kept:
    pass
print(kept.closed)


class Letters(io.RawIOBase):
    def __init__(self):
        self.count = 0

    def readinto(self, buffer):
        if self.count == 5:
            return 0
        self.count += 1
        buffer[0] = 64 + self.count
        return 1


attempt(Letters().read, 2)
attempt(Letters().read)
attempt(Letters().readline)
