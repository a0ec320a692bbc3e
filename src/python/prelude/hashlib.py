"""Hashes. sha3, shake, blake2 and scrypt are not run yet."""

import _hashlib
from _hashlib import (openssl_md5 as md5, openssl_sha1 as sha1, openssl_sha224 as sha224, openssl_sha256 as sha256, openssl_sha384 as sha384,
                      openssl_sha512 as sha512, pbkdf2_hmac)

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}
algorithms_available = set(algorithms_guaranteed)

__all__ = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac",
           "file_digest"]

_NOT_RUN = frozenset(("blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256", "scrypt"))


def _refusal(name):
    instead = "hashlib.pbkdf2_hmac" if name == "scrypt" else "hashlib.sha256"
    return f"One Waiter does not run hashlib.{name} yet: {instead} is the usual way"


def __hash_new(name, data=b"", **kwargs):
    made = _hashlib.start(name, data)
    if made is None:
        if name in _NOT_RUN:
            raise ValueError(_refusal(name))
        raise ValueError("unsupported hash type " + name)
    return made


new = __hash_new


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    made = new(digest) if isinstance(digest, str) else digest()
    while True:
        data = fileobj.read(_bufsize)
        if not data:
            return made
        made.update(data)


def __getattr__(name):
    if name in _NOT_RUN:
        raise AttributeError(_refusal(name))
    raise AttributeError(f"module 'hashlib' has no attribute '{name}'")
