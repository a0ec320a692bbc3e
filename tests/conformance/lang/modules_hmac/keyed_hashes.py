# HMAC by name, by function and by class; long keys; copies; comparison; refusals.
import hashlib
import hmac

for name in ("md5", "sha1", "sha256", "sha512"):
    for key in (b"", b"key", b"k" * 64, b"k" * 65, b"k" * 129):
        h = hmac.new(key, b"message", name)
        print(h.name, h.digest_size, h.block_size, h.hexdigest(), hmac.digest(key, b"message", name) == h.digest())
h = hmac.new(bytearray(b"k"), digestmod=hashlib.sha256)
h.update(b"a")
c = h.copy()
c.update(b"b")
print(h.hexdigest(), c.hexdigest(), isinstance(h, hmac.HMAC), hmac.HMAC(b"k", b"ab", hashlib.sha256).digest() == c.digest())
for args in ((b"k",), ("k", b"m", "md5"), (b"k", "m", "md5"), (5, b"m", "md5"), (b"k", b"m", "")):
    try:
        print(hmac.new(*args).hexdigest())
    except Exception as e:
        print(type(e).__name__, e)
for a, b in (("a", "a"), ("a", "b"), (b"a", b"a"), (b"a", bytearray(b"a")), (b"a", b"ab"), ("a", b"a"), ("é", "é"), (1, 2), ("a", 1)):
    try:
        print(hmac.compare_digest(a, b))
    except TypeError as e:
        print(e)
