"""Text and bytes in memory."""

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    pass


class _Memory:
    def __init__(self, initial):
        self._data = initial
        self._at = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file" + ("." if isinstance(self, BytesIO) else ""))

    def getvalue(self):
        self._check()
        return self._data

    def read(self, size=-1, /):
        self._check()
        end = len(self._data) if size is None or size < 0 else self._at + size
        part = self._data[self._at:end]
        self._at += len(part)
        return part

    def readline(self, size=-1, /):
        self._check()
        end = self._data.find(self._newline, self._at)
        end = len(self._data) if end < 0 else end + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        part = self._data[self._at:end]
        self._at += len(part)
        return part

    def readlines(self, hint=-1, /):
        return list(self)

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, part, /):
        self._check()
        part = self._checked(part)
        data, at = self._data, self._at
        if at == len(data):
            self._data = data + part
        else:
            self._data = data[:at] + self._pad * (at - len(data)) + part + data[at + len(part):]
        self._at = at + len(part)
        return len(part)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def seek(self, place, whence=0, /):
        self._check()
        if whence == 0 and place < 0:
            raise ValueError(f"Negative seek position {place}" if isinstance(self, StringIO) else f"negative seek value {place}")
        self._at = place if whence == 0 else (self._at if whence == 1 else len(self._data)) + place
        return self._at

    def tell(self):
        self._check()
        return self._at

    def truncate(self, size=None, /):
        size = self._at if size is None else size
        self._data = self._data[:size]
        return size

    def flush(self):
        self._check()

    def close(self):
        self.closed = True

    def readable(self): return True
    def writable(self): return True
    def seekable(self): return True
    def isatty(self): return False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()


class StringIO(_Memory):
    _newline, _pad = "\n", "\0"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        _Memory.__init__(self, initial_value or "")

    def _checked(self, part):
        if not isinstance(part, str):
            raise TypeError(f"string argument expected, got '{type(part).__name__}'")
        return part


class BytesIO(_Memory):
    _newline, _pad = b"\n", b"\0"

    def __init__(self, initial_bytes=b""):
        _Memory.__init__(self, bytes(initial_bytes))

    def _checked(self, part):
        if isinstance(part, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return bytes(part)


class IOBase:
    pass


class TextIOBase(IOBase):
    pass
