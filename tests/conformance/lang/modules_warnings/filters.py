# warnings: categories, filters by message and module, the actions, errors of misuse, and what is recorded.
import warnings


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


class Own(UserWarning):
    pass


def show(action, times=2, **kwargs):
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings()
        warnings.filterwarnings(action, **kwargs)
        try:
            for i in range(times):
                warnings.warn("spam and eggs", Own)
                warnings.warn(f"number {i}")
                warnings.warn(DeprecationWarning("old"), UserWarning)
        except Warning as raised:
            print("raised", repr(raised))
        print(action, kwargs, [(str(w.message), w.category.__name__, w.lineno) for w in caught])


for action in ("error", "ignore", "always", "default", "module", "once"):
    show(action)
    show(action, category=Own)
    show(action, message="SPAM")
    show(action, message="eggs")
    show(action, module="__main__")
    show(action, module="other", append=True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("told", stacklevel=1)
    warnings.warn_explicit("exactly", FutureWarning, "there.py", 7)
    print([str(w)[:60] for w in caught], caught[1].filename, caught[1].line, caught[0].source)
attempt(warnings.warn, "x", int)
attempt(warnings.warn, "x", "y")
attempt(warnings.filterwarnings, "shout")
attempt(warnings.simplefilter, "shout")
attempt(warnings.filterwarnings, "ignore", category=int)
attempt(warnings.filterwarnings, "ignore", message=5)
attempt(warnings.simplefilter, "ignore", lineno=-1)
manager = warnings.catch_warnings()
attempt(manager.__exit__)
print(manager, warnings.catch_warnings(record=True))
with manager:
    attempt(manager.__enter__)
print(warnings.formatwarning("m", Own, "file.py", 3, "  the line  "), end="")
print(len(warnings.filters) >= 5, issubclass(EncodingWarning, Warning), [f[0] for f in warnings.filters][-4:])
