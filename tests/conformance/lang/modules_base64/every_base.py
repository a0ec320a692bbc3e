# All the encodings there and back, on bytes of several lengths.
import base64
import binascii

for size in (0, 1, 3, 6):
    for data in (bytes(size), bytes(250 - b * 37 % 200 for b in range(size))):
        for name in ("b64", "urlsafe_b64", "standard_b64", "b32", "b32hex", "b16", "a85", "b85"):
            encoded = getattr(base64, name + "encode")(data)
            print(name, encoded, getattr(base64, name + "decode")(encoded) == data == getattr(base64, name + "decode")(encoded.decode()))
        print(base64.a85encode(data, foldspaces=True, wrapcol=4, adobe=True), base64.a85encode(data, pad=True), base64.b85encode(data, pad=True))
        print(base64.b64encode(data, b"-_"), base64.encodebytes(data * 8), base64.decodebytes(base64.encodebytes(data * 8)) == data * 8)
        print(binascii.hexlify(data), binascii.hexlify(data, "-", 2), binascii.crc32(data), binascii.unhexlify(data.hex()) == data)
print(base64.a85decode(b"<~+<Vd,y~>", adobe=True, foldspaces=True), base64.b32decode("mzxw6===", casefold=True), base64.b32decode(b"MZXW6Y10", map01="L"))
