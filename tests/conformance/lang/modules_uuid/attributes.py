# Every attribute of a UUID, every way to make one, and order, hash, immutability.
import copy
import uuid
from uuid import UUID

for text in ("12345678123456781234567812345678", "{12345678-1234-5678-1234-567812345678}", "urn:uuid:12345678-1234-5678-1234-567812345678",
             "FFFFFFFF-ffff-4fff-bfff-ffffffffffff", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "00000000-0000-0000-0000-000000000000",
             "6ba7b810-9dad-31d1-c0b4-00c04fd430c8", "6ba7b810-9dad-31d1-e0b4-00c04fd430c8"):
    u = UUID(text)
    print(u, repr(u), u.int, u.hex, u.bytes, u.bytes_le, u.fields, u.time, u.clock_seq, u.node, u.urn, u.variant, u.version, int(u))
    print(u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.is_safe)
    print(UUID(bytes=u.bytes) == UUID(bytes_le=u.bytes_le) == UUID(fields=u.fields) == UUID(int=u.int) == u, UUID(hex=u.hex, version=4), UUID(int=u.int, version=1))
    print(f"{u}", u < UUID(int=5), {u: 1}[UUID(text)], hash(u) == hash(u.int), copy.copy(u) == copy.deepcopy(u) == u)
print(sorted([UUID(int=3), UUID(int=1), UUID(int=2)]), UUID(int=3) == 3, UUID(int=3) != UUID(int=3))
for ns in (uuid.NAMESPACE_DNS, uuid.NAMESPACE_URL, uuid.NAMESPACE_OID, uuid.NAMESPACE_X500):
    print(uuid.uuid3(ns, "python.org"), uuid.uuid5(ns, "pythön.org"), uuid.uuid5(ns, "").version)
