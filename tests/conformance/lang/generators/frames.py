# gi_frame and cr_frame: where a generator stands, with its variables; None when it is over.
import inspect


def counting(limit):
    for number in range(limit):
        double = number * 2
        yield double


async def nothing(value):
    other = value
    return other


async def several():
    part = "p"
    yield part


made = counting(2)
print(made.gi_frame.f_lineno, made.gi_frame.f_locals, made.gi_frame.f_code.co_name)
for _ in range(2):
    next(made)
    print(made.gi_frame.f_lineno, made.gi_frame.f_locals, made.gi_frame.f_code is made.gi_code)
    print(inspect.getgeneratorstate(made), inspect.getgeneratorlocals(made))
print(list(made), made.gi_frame, made.gi_code.co_name, inspect.getgeneratorlocals(made))
waiting = nothing(3)
print(waiting.cr_frame.f_locals, waiting.cr_frame.f_globals is globals(), inspect.getcoroutinelocals(waiting))
try:
    waiting.send(None)
except StopIteration as stop:
    print(stop.value, waiting.cr_frame, inspect.getcoroutinelocals(waiting))
parts = several()
print(parts.ag_frame.f_lineno, parts.ag_frame.f_locals)
try:
    parts.asend(None).send(None)
except StopIteration:
    pass
print(parts.ag_frame.f_lineno, parts.ag_frame.f_locals, parts.ag_code.co_name)
print([sorted(locals()) for each in (1,)], [dir() for each in (1,)], list((each for each in ()).gi_frame.f_locals))
print([eval_ for eval_ in [list(vars()) for each in "a"]], {each: sorted(locals()) for each in "b"})
