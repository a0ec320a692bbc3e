"""Functions that run when the program is over, the last one registered first (world/simulation.cpp calls _run_exitfuncs)."""

_registered = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _registered.append((func, args, kwargs))
    return func


def unregister(func, /):
    _registered[:] = [entry for entry in _registered if not entry[0] == func]


def _clear():
    _registered.clear()


def _ncallbacks():
    return len(_registered)


def _run_exitfuncs():
    from _prelude import report_unraisable
    # What is registered meanwhile is not called any more.
    for entry in reversed(_registered[:]):
        if not any([entry is one for one in _registered]):
            continue
        func, args, kwargs = entry
        try:
            func(*args, **kwargs)
        except BaseException as error:
            report_unraisable(f"atexit callback: {func!r}", error)
    _registered.clear()
