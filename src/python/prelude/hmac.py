"""Keyed hashing (RFC 2104)."""

import hashlib as _hashlib
from _hashlib import compare_digest

digest_size = None
_INNER = bytes([x ^ 0x36 for x in range(256)])
_OUTER = bytes([x ^ 0x5C for x in range(256)])


class HMAC:
    blocksize = 64
    __slots__ = ("_inner", "_outer", "block_size", "digest_size", "_name")

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError("key: expected bytes or bytearray, but got %r" % type(key).__name__)
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        if isinstance(digestmod, str):
            start = lambda d=b"": _hashlib.new(digestmod, d)
        elif callable(digestmod):
            start = digestmod
        else:
            start = lambda d=b"": digestmod.new(d)
        self._outer = start()
        self._inner = start()
        self.digest_size = self._inner.digest_size
        self.block_size = self._inner.block_size
        self._name = "hmac-" + self._inner.name
        if len(key) > self.block_size:
            key = start(key).digest()
        key = bytes(key).ljust(self.block_size, b"\0")
        self._outer.update(key.translate(_OUTER))
        self._inner.update(key.translate(_INNER))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return self._name

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        other = self.__class__.__new__(self.__class__)
        other.digest_size = self.digest_size
        other.block_size = self.block_size
        other._name = self._name
        other._inner = self._inner.copy()
        other._outer = self._outer.copy()
        return other

    def digest(self):
        h = self._outer.copy()
        h.update(self._inner.digest())
        return h.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()
