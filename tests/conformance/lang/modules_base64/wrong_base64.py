# What is no base64: which exception, in which words, strict and lenient, and where the padding may stand.
import base64
import binascii

TEXTS = [b"", b"=", b"====", b"Q", b"QQ", b"QQ=", b"QQ==", b"QUI", b"QUI=", b"QUJD", b"QUJDR", b"Q U\nJD", b"QQ==QQ==", b"=QQ=", b"Q=Q=", b"QQ=Q=", b"QQ\xff==",
         b"QQ==!", b"Q!Q==", b"-_-_", b"+/+/"]
functions = [base64.b64decode, base64.urlsafe_b64decode, lambda t: base64.b64decode(t, validate=True), lambda t: base64.b64decode(t, "-_"),
             binascii.a2b_base64, lambda t: binascii.a2b_base64(t, strict_mode=True), base64.decodebytes]
for text in TEXTS:
    print(text, end=": ")
    for function in functions:
        try:
            print(function(text), end="; ")
        except ValueError as e:
            print(type(e).__name__, e, end="; ")
    print()
print(binascii.Error.__mro__)
try:
    base64.b64encode(b"x", b"abc")
except AssertionError as e:
    print("AssertionError", e)
