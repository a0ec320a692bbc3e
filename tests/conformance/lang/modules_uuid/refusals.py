# What makes no UUID, in CPython's words; and what holds of every uuid1 and uuid4.
import uuid
from uuid import UUID

for options in (dict(hex="12"), dict(hex="zz345678123456781234567812345678"), dict(bytes=b"12"), dict(bytes_le=b"1"), dict(fields=(1, 2)),
                dict(fields=(1 << 33, 0, 0, 0, 0, 0)), dict(fields=(0, 1 << 17, 0, 0, 0, 0)), dict(fields=(0, 0, -1, 0, 0, 0)),
                dict(fields=(0, 0, 0, 256, 0, 0)), dict(fields=(0, 0, 0, 0, 256, 0)), dict(fields=(0, 0, 0, 0, 0, 1 << 48)), dict(int=-1),
                dict(int=1 << 128), dict(int=1, version=6), dict(int=1, version=0), dict(), dict(int=1, hex="2"), dict(hex=5)):
    try:
        print(UUID(**options))
    except Exception as e:
        print(options, type(e).__name__, e)
u = UUID(int=3)
for call in (lambda: setattr(u, "int", 4), lambda: setattr(u, "x", 4), lambda: u < 3, lambda: UUID("x" * 32)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
fours = {uuid.uuid4() for _ in range(50)}
print(len(fours), {f.version for f in fours}, {f.variant for f in fours}, {len(str(f)) for f in fours})
a, b = uuid.uuid1(), uuid.uuid1()
print(a != b, a.version, a.variant, a.node == b.node, a.time < b.time, uuid.uuid1(node=5, clock_seq=77).clock_seq, uuid.uuid1(5).node)
print(uuid.SafeUUID.unknown, uuid.RFC_4122)
