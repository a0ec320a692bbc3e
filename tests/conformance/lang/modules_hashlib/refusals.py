# What cannot be hashed, names that are none, and key derivation with its refusals.
import hashlib
import io

h = hashlib.sha256()
for call in (lambda: h.update("x"), lambda: h.update(5), lambda: h.update(None), lambda: hashlib.md5("x"), lambda: hashlib.sha1(3),
             lambda: hashlib.new("nope"), lambda: hashlib.new("sha256", "text"), lambda: hashlib.md5(b"a", b"b"), lambda: hashlib.md5(data=b"")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
for name in ("md5", "sha1", "sha256", "sha512"):
    print(name, hashlib.pbkdf2_hmac(name, b"password", b"salt", 20).hex(), hashlib.pbkdf2_hmac(name, b"pw", bytearray(b"s"), 3, dklen=70).hex())
print(hashlib.pbkdf2_hmac("sha256", b"k" * 100, b"", 1, 5))
for args in (("md5", b"p", b"s", 0), ("md5", b"p", b"s", 1, 0), ("md5", "p", b"s", 1), ("md5", b"p", "s", 1)):
    try:
        print(hashlib.pbkdf2_hmac(*args))
    except Exception as e:
        print(type(e).__name__, e)
print(hashlib.file_digest(io.BytesIO(b"abc" * 100), "sha1").hexdigest(), type(h).__name__)
