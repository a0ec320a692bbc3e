# A generator takes values, exceptions and its end from outside.
def talk():
    print("started")
    try:
        while True:
            try:
                got = yield "ready"
                print("got", got)
                if got == "stop":
                    return "result"
            except ValueError as error:
                print("inside:", error)
                yield "after throw"
    finally:
        print("cleanup")


g = talk()
print(next(g), g.send("a"), g.throw(ValueError("thrown")), next(g))
try:
    g.send("stop")
except StopIteration as stop:
    print("value", stop.value)
print(next(g, "exhausted"))
h = talk()
try:
    h.send("too early")
except TypeError as error:
    print(error)
print(next(h), h.close(), h.close(), next(h, "closed"))
never = talk()
print(never.close())
k = talk()
next(k)
try:
    k.throw(KeyError("out"))
except KeyError as error:
    print("left by", repr(error))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
