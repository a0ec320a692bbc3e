"""ExitStack: order, suppression, contexts of the errors on the way, pop_all; redirect_stdout, closing, nullcontext."""
import io
import sys
from contextlib import ContextDecorator, ExitStack, closing, nullcontext, redirect_stderr, redirect_stdout


class Room(ContextDecorator):
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, repr(error))
        return self.swallow

    def close(self):
        print("close", self.name)


with ExitStack() as stack:
    print(stack.enter_context(Room("a")).name)
    stack.callback(print, "called", sep="-")
    stack.push(lambda *details: print("pushed", details[0]))
    stack.push(Room("not entered"))

with ExitStack() as stack:
    stack.enter_context(Room("outer"))
    stack.enter_context(Room("swallows", swallow=True))
    stack.callback(lambda: 1 / 0)
    raise ValueError("body")
try:
    with ExitStack() as stack:
        stack.callback(lambda: {}["missing"])
        stack.callback(lambda: 1 / 0)
        raise ValueError("body")
except KeyError as error:
    print(repr(error), repr(error.__context__), repr(error.__context__.__context__), error.__context__.__context__.__context__)
stack = ExitStack()
stack.enter_context(Room("kept"))
later = stack.pop_all()
stack.close()
print("closed, and nothing happened")
later.close()
for wrong in (5, object()):
    try:
        ExitStack().enter_context(wrong)
    except TypeError as error:
        print(error)


@Room("decorated", swallow=True)
def fails():
    raise KeyError("inside")


print(fails())
shown, into = sys.stdout, io.StringIO()
with redirect_stdout(into) as same:
    print("hidden", same is into)
    with redirect_stdout(shown):
        print("shown in between")
with redirect_stderr(into):
    print("an error", file=sys.stderr)
print(repr(into.getvalue()))
with closing(Room("thing")) as thing, nullcontext(5) as five, nullcontext() as nothing:
    print(thing.name, five, nothing)
