# What is no base32, base16, ascii85 or base85, and values of other types.
import base64
import binascii

TEXTS = [b"", b"qq", b"7G", b"7", b"0g", b"AA======", b"AAA=====", b"A=======", b"aaaaaaaa", b"MZXW6===", b"M1XW6===", b"z", b"!!z", b"y", b"~", b"s8W-\"",
         b"uuuuu", b"|NsC0", b"~~~~~"]
functions = [base64.b32decode, lambda t: base64.b32decode(t, True), base64.b32hexdecode, base64.b16decode, lambda t: base64.b16decode(t, casefold=True),
             binascii.unhexlify, base64.a85decode, base64.b85decode]
for text in TEXTS:
    print(text, end=": ")
    for function in functions:
        try:
            print(function(text), end="; ")
        except ValueError as e:
            print(type(e).__name__, e, end="; ")
    print()
for value in ("é", "x", 5, None):
    for name in ("b64encode", "b64decode", "b32encode", "b32decode", "b16encode", "b16decode", "a85decode", "b85decode", "encodebytes", "urlsafe_b64encode"):
        try:
            print(name, getattr(base64, name)(value))
        except Exception as e:
            print(name, type(e).__name__, e)
