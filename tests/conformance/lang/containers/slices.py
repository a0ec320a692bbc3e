# Every combination of start, stop and step; assignment to a slice resizes.
s = "abcdefg"
print(s[2:5], s[:3], s[4:], s[:], s[-3:], s[:-3], s[::2], s[1::3], s[::-1], s[5:2:-1], s[-1:-4:-1])
print(repr(s[5:2]), s[-100:100], repr(s[3:3]), s[100:0:-2])
n = list(range(8))
n[2:5] = ["x"]
print(n)
n[1:1] = [10, 11]
print(n)
n[::2] = "abcd"
print(n)
del n[1:4]
print(n)
n[:] = []
print(n)
try:
    m = [1, 2, 3, 4]
    m[::2] = [1, 2, 3]
except ValueError as error:
    print(error)
try:
    m[0:2] = 5
except TypeError as error:
    print(error)
try:
    s[::0]
except ValueError as error:
    print(error)
print((1, 2, 3, 4)[1:3], range(10)[2:8:3], slice(1, 5, 2), range(10)[-1], list(range(5, 0, -2)))
