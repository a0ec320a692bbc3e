# A class of the program's may use any builtin method or function as a special one: the operations call it.
def tried(name, action):
    try:
        print(name, repr(action()))
    except Exception as error:
        print(name, type(error).__name__, error)


class Dotted(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


dotted = Dotted(a=1)
dotted.b = 2
print(dotted.a, dotted.b, dotted.missing, dotted)
del dotted.a
print(dotted, Dotted.__getattr__)


class Odd(list):
    __call__ = list.append
    __lshift__ = list.append
    __getattr__ = list.index
    __iadd__ = list.extend
    __add__ = list.__mul__
    __contains__ = list.count
    __len__ = list.pop
    __lt__ = list.__gt__


odd = Odd([1, 2, 3])
tried("call", lambda: odd(3))
tried("shift", lambda: odd << 4)
tried("attribute", lambda: odd.foo)
odd += [9]
tried("plus", lambda: odd + 2)
tried("in", lambda: (5 in odd, 9 in odd))
tried("length", lambda: len(odd))
tried("less", lambda: (Odd([1]) < Odd([2]), Odd([1]) > Odd([2])))


class Plain:
    __setattr__ = print
    __getattr__ = len
    __str__ = id
    __lt__ = max
    __getitem__ = isinstance


plain = Plain()
plain.name = 1
tried("len", lambda: plain.four)
tried("max", lambda: plain < 5)
tried("isinstance", lambda: plain[int])
tried("id", lambda: str(plain))


class Text(str):
    __call__ = str.format
    __truediv__ = str.split
    __matmul__ = str.join
    __neg__ = str.upper
    __mod__ = str.count
    __getitem__ = str.find
    __iter__ = str.split


tried("format", lambda: Text("{} {}")(1, 2))
tried("split", lambda: Text("a,b") / ",")
tried("join", lambda: Text("-") @ ["a", "b"])
tried("upper", lambda: -Text("q"))
tried("count", lambda: Text("qq") % "q")
tried("find", lambda: Text("qq")["q"])
tried("iter", lambda: [*Text("a b")])


class Number(int):
    __add__ = int.__mul__
    __bool__ = int.bit_length
    __sub__ = 5 .__add__


tried("times", lambda: Number(3) + 4)
tried("truth", lambda: bool(Number(3)))
tried("bound", lambda: Number(3) - 4)
Plain.__add__ = print
tried("set later", lambda: plain + "x")
