"""Text and bytes in memory. There are no files here: what opens one is refused."""

from _prelude import refuse as _refuse

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
           "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation",
           "SEEK_SET", "SEEK_CUR", "SEEK_END"]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError
_NO_FILES = "io.StringIO and io.BytesIO keep text and bytes in memory"


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


def open(*args, **kwargs):
    _refuse("open()", _NO_FILES)


def open_code(path):
    _refuse("io.open_code()", _NO_FILES)


class IOBase:
    __module__ = "io"
    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def seek(self, pos, whence=0):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        self._unsupported("truncate")

    def flush(self):
        self._check()

    @property
    def closed(self):
        return self._closed

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def isatty(self):
        self._check()
        return False

    def __enter__(self):
        IOBase._check(self)
        return self

    def __exit__(self, *args):
        self.close()

    def readline(self, size=-1, /):
        found = bytearray()
        while size is None or size < 0 or len(found) < size:
            part = self.read(1)
            if not part:
                break
            found += part
            if found.endswith(b"\n"):
                break
        return bytes(found)

    def __iter__(self):
        IOBase._check(self)
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        if hint is None or hint <= 0:
            return list(self)
        total, lines = 0, []
        for line in self:
            lines.append(line)
            total += len(line)
            if total >= hint:
                break
        return lines

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    __module__ = "io"

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        return None if count is None else bytes(buffer[:count])

    def readall(self):
        found = b""
        while part := self.read(DEFAULT_BUFFER_SIZE):
            found += part
        return found


class BufferedIOBase(IOBase):
    __module__ = "io"

    def read(self, size=-1):
        raise UnsupportedOperation("read")

    def write(self, b):
        raise UnsupportedOperation("write")

    def detach(self):
        raise UnsupportedOperation("detach")


class TextIOBase(IOBase):
    __module__ = "io"
    encoding = errors = newlines = None

    def read(self, size=-1):
        raise UnsupportedOperation("read")

    def write(self, s):
        raise UnsupportedOperation("write")

    def detach(self):
        raise UnsupportedOperation("detach")


def _size(size):
    if size is None:
        return -1
    if hasattr(size, "__index__"):
        return size.__index__()
    raise TypeError(f"argument should be integer or None, not {type(size).__name__!r}")


class _Memory:
    # What is written at the end is kept in parts and joined when somebody looks, so that many small writes stay cheap.
    def _joined(self):
        if self._parts:
            self._data += self._empty.join(self._parts)
            self._parts.clear()
        return self._data

    def _put(self, part):
        if self._at == self._length:
            self._parts.append(part)
            self._length = self._at = self._at + len(part)
            return
        data, at = self._joined(), self._at
        self._data = data[:at] + self._pad * (at - len(data)) + part + data[at + len(part):]
        self._at = at + len(part)
        self._length = len(self._data)

    def getvalue(self):
        self._check()
        return self._joined()

    def read(self, size=-1, /):
        self._check()
        size = _size(size)
        data, at = self._joined(), self._at
        part = data[at:] if size < 0 else data[at:at + size]
        self._at = at + len(part)
        return part

    def tell(self):
        self._check()
        return self._at

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else _size(size)
        if size < 0:
            raise ValueError(f"{'Negative' if isinstance(self, StringIO) else 'negative'} size value {size}")
        if size < self._length:
            self._data = self._joined()[:size]
            self._length = size
        return size

    def close(self):
        self._closed = True
        self._data, self._parts = self._empty, []
        self._length = 0

    def readable(self):
        self._check()
        return True

    writable = seekable = readable


class StringIO(_Memory, TextIOBase):
    __module__ = "_io"
    _empty, _pad = "", "\0"
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._data, self._parts, self._length, self._at = "", [], 0, 0
        self._newline = newline
        self._seen = set()  # the line ends written, where they are told apart
        self._closed = False
        if initial_value:
            self.write(initial_value)
            self._at = 0

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        count = len(s)
        if not self._newline and ("\r" in s or "\n" in s):
            pairs = s.count("\r\n")
            self._seen.update([end for end, times in (("\r", s.count("\r") - pairs), ("\n", s.count("\n") - pairs), ("\r\n", pairs)) if times])
        if self._newline is None:
            s = s.replace("\r\n", "\n").replace("\r", "\n")
        elif self._newline not in ("\n", ""):
            s = s.replace("\n", self._newline)
        if s:
            self._put(s)
        return count

    def readline(self, size=-1, /):
        self._check()
        size = _size(size)
        data, at = self._joined(), self._at
        if self._newline == "":
            end = len(data)
            for place in range(at, len(data)):
                if data[place] == "\n":
                    end = place + 1
                    break
                if data[place] == "\r":
                    end = place + (2 if data[place + 1:place + 2] == "\n" else 1)
                    break
        else:
            mark = self._newline or "\n"
            found = data.find(mark, at)
            end = len(data) if found < 0 else found + len(mark)
        if size >= 0:
            end = min(end, at + size)
        part = data[at:end]
        self._at = at + len(part)
        return part

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = pos if whence == 0 else self._at if whence == 1 else self._length
        return self._at

    @property
    def newlines(self):
        self._check()
        seen = [end for end in ("\r", "\n", "\r\n") if end in self._seen]
        return None if not seen else seen[0] if len(seen) == 1 else tuple(seen)

    def __repr__(self):
        return f"<_io.StringIO object at 0x{id(self):012x}>"


class BytesIO(_Memory, BufferedIOBase):
    __module__ = "_io"
    _empty, _pad = b"", b"\0"

    def __init__(self, initial_bytes=b""):
        if initial_bytes is None:
            initial_bytes = b""
        if not isinstance(initial_bytes, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not {type(initial_bytes).__name__!r}")
        self._data, self._parts, self._length, self._at = bytes(initial_bytes), [], len(initial_bytes), 0
        self._closed = False

    def write(self, b, /):
        self._check()
        if not isinstance(b, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not {type(b).__name__!r}")
        if b:
            self._put(bytes(b))
        return len(b)

    def getbuffer(self):
        _refuse("BytesIO.getbuffer()", "getvalue() gives the bytes")

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, buffer, /):
        part = self.read(len(buffer))
        buffer[:len(part)] = part
        return len(part)

    readinto1 = readinto

    def readline(self, size=-1, /):
        self._check()
        size = _size(size)
        data, at = self._joined(), self._at
        found = data.find(b"\n", at)
        end = len(data) if found < 0 else found + 1
        if size >= 0:
            end = min(end, at + size)
        part = data[at:end]
        self._at = at + len(part)
        return part

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"negative seek value {pos}")
        self._at = max(0, pos if whence == 0 else (self._at if whence == 1 else self._length) + pos)
        return self._at

    def __repr__(self):
        return f"<_io.BytesIO object at 0x{id(self):012x}>"


def _refused(name):
    def __init__(self, *args, **kwargs):
        _refuse(f"io.{name}", _NO_FILES)
    return __init__


class FileIO(RawIOBase):
    __init__ = _refused("FileIO")


class BufferedReader(BufferedIOBase):
    __init__ = _refused("BufferedReader")


class BufferedWriter(BufferedIOBase):
    __init__ = _refused("BufferedWriter")


class BufferedRWPair(BufferedIOBase):
    __init__ = _refused("BufferedRWPair")


class BufferedRandom(BufferedIOBase):
    __init__ = _refused("BufferedRandom")


class TextIOWrapper(TextIOBase):
    __init__ = _refused("TextIOWrapper")
