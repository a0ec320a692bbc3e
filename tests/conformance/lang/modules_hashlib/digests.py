# Digests around the edges of a block, fed whole or in pieces, and copies that go their own way.
import hashlib

NAMES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
for name in NAMES:
    make = getattr(hashlib, name)
    for size in (0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129):
        data = bytes(i * 7 % 256 for i in range(size))
        whole = make(data)
        pieces = hashlib.new(name)
        for start in range(0, size, 50):
            pieces.update(data[start:start + 50])
        print(name, size, whole.hexdigest(), whole.digest() == pieces.digest() == bytes.fromhex(whole.hexdigest()))
    h = make(b"a")
    c = h.copy()
    c.update(bytearray(b"b"))
    print(h.name, h.digest_size, h.block_size, h.hexdigest() == make(b"a").hexdigest(), c.hexdigest() == make(b"ab").hexdigest())
print(hashlib.sha256("héllo".encode()).hexdigest(), hashlib.md5(string=b"x", usedforsecurity=False).hexdigest())
print(hashlib.new("SHA256", b"x").name, hashlib.new("sha1", data=b"y").hexdigest(), {"md5", "sha256"} <= hashlib.algorithms_guaranteed)
