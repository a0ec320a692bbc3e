# traceback: each function's text, with carets, notes, causes and limits.
import io
import sys
import traceback


def inner(values):
    return values["a"] + 1 / (len(values) - 1)


def outer():
    try:
        inner({"a": 1})
    except ZeroDivisionError as error:
        error.add_note("first note\nin two lines")
        raise KeyError("not found") from error


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


try:
    outer()
except KeyError as error:
    caught = error
    print(traceback.format_exc())
    print(traceback.format_exc(limit=1, chain=False))
    traceback.print_exc(file=sys.stdout, chain=False)
    out = io.StringIO()
    traceback.print_exception(error, limit=-1, file=out)
    print(out.getvalue())
    print(traceback.format_exception(error, chain=False))
    print(traceback.format_exception(type(error), error, error.__traceback__, limit=0))
    print(traceback.format_tb(error.__traceback__))
    traceback.print_tb(error.__traceback__, limit=1, file=sys.stdout)
    print(traceback.format_exception_only(error.__cause__), traceback.format_exception_only(KeyError, error))
    summary = traceback.extract_tb(error.__traceback__)
    print([(frame.lineno, frame.name, frame.line) for frame in summary], summary[-1][1:], len(summary[0]))
    print(traceback.format_list(summary[:1]), traceback.format_list([("f.py", 3, "g", "  x = 1"), ("f.py", 4, "g", None)]))
    print(error.__traceback__.tb_lineno, error.__traceback__.tb_frame.f_code.co_name, error.__traceback__.tb_next.tb_frame.f_code.co_name)
print(traceback.format_exc(), traceback.format_exception(None, None, None), traceback.format_exception(ValueError("never raised")))
attempt(traceback.format_exception, 5)
attempt(traceback.format_exception, caught, caught)


def deep(n):
    if n == 0:
        raise ValueError("bottom")
    deep(n - 1)


try:
    deep(8)
except ValueError:
    print(traceback.format_exc())
try:
    int("x")
except ValueError as error:
    told = traceback.TracebackException.from_exception(error)
    print(str(told), told.exc_type, told.stack[0].lineno, list(told.format_exception_only()), "".join(told.format()))


def stack():
    return traceback.extract_stack()[-1].line, traceback.format_stack(limit=2)


print(stack())
