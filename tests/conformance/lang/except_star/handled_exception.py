# In a clause, the clause's own part is the exception that is handled; afterwards what was handled before is again.
import sys


def handled():
    error = sys.exc_info()[1]
    return repr(error)


try:
    raise KeyError("outer")
except KeyError:
    print(handled())
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as group:
        print(handled(), sys.exc_info()[1] is group)
    except* TypeError:
        print(handled())
        try:
            raise OSError("in a clause")
        except* OSError as inner:
            print(handled(), repr(inner.exceptions[0].__context__))
        print(handled())
    print(handled())
print(handled())

group = "kept"
try:
    raise ValueError(1)
except* ValueError as group:
    pass
try:
    group
except NameError as error:
    print(error)


def loop():
    for n in range(3):
        try:
            if n == 1:
                raise ExceptionGroup("g", [ValueError(n)])
        except* ValueError:
            for m in range(5):
                if m == 2:
                    break
            else:
                print("never")
            print("break inside a loop inside the clause", n, m)
        else:
            print("no error", n)
            continue


loop()
