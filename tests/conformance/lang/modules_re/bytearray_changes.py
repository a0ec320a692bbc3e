# A match remembers where it was, in a bytearray that may be shorter when its groups are asked for, or while sub() calls back.
import re

data = bytearray(b"abcdefgh")
whole, end = re.search(b"[a-h]+", data), re.search(b"[e-h]+", data)
print(whole.group(), end.group(), end.span())
data[:] = b"xyz"
print(whole.group(), end.group(), end.span(), end.groups())
data.clear()
print(whole.group(), end[0])

print(re.split(rb" ", bytearray(b"a b c")), re.findall(rb"(\w)(\w)", bytearray(b"abcd")))
finder = re.finditer(rb"\w", bytearray(b"xy"))
print(next(finder), next(finder).group(), next(finder, None))
