# conformance: stderr
# traceback of groups, of what has no text, of a repeated cause; print_exc and print_stack on stderr; walk_tb.
import sys
import traceback


class Wordless(Exception):
    def __str__(self):
        raise RuntimeError("no words")


def fail(kind, *args):
    raise kind(*args)


def collect(*makers):
    errors = []
    for kind, args in makers:
        try:
            fail(kind, *args)
        except Exception as error:
            errors.append(error)
    return errors


try:
    raise ExceptionGroup("several", collect((ValueError, ("a\nb",)), (TypeError, ()), (Wordless, ())) + [ExceptionGroup("inner", [KeyError("k")])])
except ExceptionGroup as group:
    group.add_note("a note")
    print(traceback.format_exc())
    print("".join(traceback.format_exception(group, limit=0)))
    traceback.print_exc()
try:
    raise ExceptionGroup("many", [ValueError(i) for i in range(17)])
except ExceptionGroup:
    print(traceback.format_exc())
nested = ValueError("deepest")
for level in range(12):
    nested = ExceptionGroup(f"level {level}", [nested])
print("".join(traceback.format_exception(nested)))
try:
    try:
        fail(Wordless)
    except Wordless:
        fail(LookupError, "while handling")
except LookupError as error:
    print([f"{frame.f_code.co_name}:{line}" for frame, line in traceback.walk_tb(error.__traceback__)])
    error.__cause__ = error.__context__
    print(traceback.format_exc())
    error.__suppress_context__ = True
    error.__cause__ = None
    print(traceback.format_exc())
traceback.print_stack()
traceback.print_stack(file=sys.stdout)
fail(OSError, 2, "gone")
