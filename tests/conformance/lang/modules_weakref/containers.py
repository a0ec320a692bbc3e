"""WeakSet and the weak dictionaries: what dies leaves them, also while they are walked."""
from weakref import WeakKeyDictionary, WeakSet, WeakValueDictionary, finalize


class Thing:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Thing({self.n})"


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


things = [Thing(n) for n in range(4)]
alive = WeakSet(things)
print(len(alive), things[0] in alive, sorted(t.n for t in alive))
things.pop()
print(len(alive), 5 in alive)
attempt(lambda: alive.remove(Thing(9)))
attempt(lambda: alive.add(5))
print(len(alive & {things[0]}), len(alive - {things[0]}), len(alive | WeakSet()), alive == WeakSet(things), alive.issuperset([things[1]]))
for thing in alive:
    things.clear()
del thing
print(len(alive))
attempt(WeakSet().pop)

by_name = WeakValueDictionary()
kept = Thing("kept")
by_name["kept"] = kept
by_name["gone"] = Thing("gone")
print(dict(by_name), len(by_name), by_name.get("gone"), "kept" in by_name, by_name.setdefault("kept", None), by_name.pop("zz", 1))
attempt(lambda: by_name["gone"])
attempt(lambda: by_name.__setitem__("x", 5))
del kept
print(dict(by_name), len(by_name))

notes = WeakKeyDictionary()
first, second = Thing(1), Thing(2)
notes[first], notes[second] = "one", "two"
print(len(notes), notes[first], sorted(notes.values()), [key.n for key in notes], notes.get(Thing(1)), 5 in notes)
del first
print(list(notes.items()), notes.pop(second), len(notes))
attempt(lambda: notes[second])
attempt(lambda: notes.__setitem__(5, 1))


def done(*args, **keywords):
    print("finalized", args, keywords)
    return "result"


thing = Thing("f")
f = finalize(thing, done, 1, x=2)
print(f.alive, f.peek()[1:], f.atexit)
del thing
print(f.alive, f(), f.peek())
thing = Thing("g")
print(finalize(thing, done, "by hand")(), finalize(thing, done, "off").detach()[2:])
