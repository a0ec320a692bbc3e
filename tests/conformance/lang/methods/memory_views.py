# memoryview: windows on bytes and bytearrays, slices of slices, assignment, what it compares with, what is refused once released.


def tried(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def put(view, key, value):
    view[key] = value
    return bytes(view.obj)


data = bytearray(b"hello world")
view = memoryview(data)
print(len(view), view[0], view[-1], view[1:4].tobytes(), bytes(view[::2]), view[::-1].tobytes(), view.tolist()[:3])
print(view.nbytes, view.itemsize, view.format, view.ndim, view.shape, view.strides, view[::2].strides, view.readonly, view.contiguous, view[::2].contiguous)
print(view == b"hello world", view == bytearray(b"hello"), b"hello world" == view, view != data, view[:5] == view[0:5], view == "hello world")
view[0] = 72
view[6:11] = b"WORLD"
print(data, view[6:].obj is data, view.hex()[:10], view[:3].hex("-"))
middle = view[3:8][1:3]
middle[:] = b"##"
print(data, 35 in view, list(middle), [*reversed(view[:3])])
for key, value in ((0, 256), (0, -1), (0, "a"), (0, 1.5), (99, 1), (-99, 1), ("a", 1), (slice(0, 2), b"abc"), (slice(0, 2), 5), (slice(0, 2), "ab")):
    tried(lambda: put(view, key, value))
for make in (lambda: memoryview("text"), lambda: memoryview(5), lambda: memoryview([1]), lambda: memoryview(), lambda: memoryview(b"a", 1),
             lambda: view["a"], lambda: view[99], lambda: view[1.5], lambda: memoryview(b"abc")[5:1].tobytes(), lambda: view + b"a", lambda: view < view):
    tried(make)
constant = memoryview(b"constant")
tried(lambda: put(constant, 0, 1))
print(constant.readonly, hash(constant) == hash(b"constant"), constant.toreadonly().readonly)
tried(lambda: hash(view))
tried(lambda: data.append(1))
tried(lambda: data.extend(b"x"))
tried(lambda: data.pop())
tried(lambda: data.clear())
data[:5] = b"12345"
print(view[:5].tobytes(), bytes(view), bytearray(view)[:2], b"".join([view[:2], b"-", view[2:4]]), b"a" + view[:1], view[:2] in (b"12",))
print(int.from_bytes(view[:2], "big"), str(view[:3], "ascii"), b"12345678".startswith(view[:2]), b"xx12".find(view[:2]))


def delete(view):
    del view[0]


tried(lambda: delete(view))
with memoryview(b"in a block") as block:
    print(block[:2].tobytes())
for use in (lambda: block[0], lambda: len(block), lambda: block.tobytes(), lambda: block.nbytes, lambda: bytes(block), lambda: block == b"in a block"):
    tried(use)
block.release()
print(repr(block)[:19], repr(view)[:11], type(view).__name__)
del view, middle
import gc
gc.collect()
data.append(33)
print(data)
