# throw() into a generator that handles an exception: that one is the context, not what the caller handles.
def ch(e):
    out = []
    while e is not None and len(out) < 6:
        out.append(repr(e))
        e = e.__context__
    return " <- ".join(out)

def g():
    try: 1/0
    except ZeroDivisionError: yield 1
def h():
    try: [][1]
    except IndexError: yield from g()
for f in (g, h):
    x = f(); next(x)
    try: x.throw(ValueError(5))
    except ValueError as e: print(f.__name__, ch(e))
    x = f(); next(x)
    try:
        try: {}[1]
        except KeyError: x.throw(ValueError(5))
    except ValueError as e: print(f.__name__, ch(e))
    err = ValueError(6); err.__context__ = OSError(7)
    x = f(); next(x)
    try: x.throw(err)
    except ValueError as e: print(f.__name__, ch(e))

# What the inner one raises after it has yielded since has only the contexts of its own raise.
def inner():
    try:
        yield 1
    except ValueError:
        yield 2
    raise KeyError("late")
def outer():
    try: [][1]
    except IndexError: yield from inner()
x = outer(); next(x); x.throw(ValueError(8))
try: next(x)
except KeyError as e: print(ch(e))
x = outer(); next(x)
try: x.close()
except BaseException as e: print(ch(e))
