# send, throw, close, and what generators say when used wrongly.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


def g():
    try:
        while True:
            x = yield "ready"
            print("got", x, end=" ")
    except KeyError as error:
        print("caught", error, end=" "); yield "after"
    finally:
        print("finally", end=" ")
    return "done"


i = g()
t(i.send, 5); t(i.send, None); t(i.send, 6); t(i.throw, KeyError("k")); t(next, i); t(next, i); t(i.close); t(i.send, None); t(i.throw, ValueError("late")); t(i.throw)
i = g(); next(i); t(i.close); t(i.close); t(next, i, "gone")
i = g(); t(i.throw, ValueError("before start")); t(next, i, "ended")
i = g(); next(i); t(i.throw, ValueError, "text"); i = g(); next(i); t(i.throw, ValueError, ValueError("inst")); i = g(); next(i); t(i.throw, 5); t(i.throw, "x"); t(i.throw, ValueError("a"), "b"); t(i.throw, int)


def ignores():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


i = ignores(); next(i); t(i.close)


def running(): yield next(me)


me = running(); t(next, me)


def raises_stop():
    yield 1
    raise StopIteration("inside")


t(list, raises_stop())


def outer():
    result = yield from g()
    print("result", result, end=" ")
    result = yield from [1, 2]
    print(result, end=" ")
    yield from 5


o = outer(); t(next, o); t(o.send, "in"); t(o.throw, KeyError("deep")); t(next, o); t(next, o); t(o.send, "to list"); o = outer(); next(o); t(o.close)
o = outer(); next(o); o.throw(KeyError("x")); next(o); t(o.throw, ValueError("into list iterator"))


def cleanup(log):
    try: yield 1
    finally: log.append("cleaned"); yield 2


log = []; i = cleanup(log); next(i); t(i.close); print(log)
t(lambda: (x for x in 5)); t(lambda: (x for x in [1]).send(1)); t(lambda: next(x for x in [])); t(lambda: g().gi_running); t(lambda: len(g())); t(lambda: g()[0]); t(lambda: g() + 1)


def gen_in_finally():
    for n in range(3):
        try:
            yield n
        finally:
            if n == 1: return


print(list(gen_in_finally()))
a, b, *c = (n * n for n in range(5)); print(a, b, c)
