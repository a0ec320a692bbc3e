"""atexit: last in, first out, after the program's last line and its error."""
# conformance: stderr
import atexit
import weakref

atexit.register(print, "first registered", sep="-")


@atexit.register
def second():
    print("second registered")
    atexit.register(print, "registered at exit")


@atexit.register
def fails():
    raise ValueError("at exit")


def never():
    print("never")


atexit.register(never)
atexit.unregister(never)
try:
    atexit.register(5)
except TypeError as error:
    print(error)


class Room:
    pass


room = Room()
weakref.finalize(room, print, "finalized at exit")
closed = weakref.finalize(room, print, "finalized by hand")
print(closed.alive, closed(), closed.alive, closed())
print("last line")
raise KeyError("the program's own")
