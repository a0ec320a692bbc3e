"""Warnings: filtered; then shown once a place on stderr, recorded, or raised.

The interpreter's own (a coroutine never awaited) come here too, by _from_interpreter, once this module is imported."""

import sys
from _prelude import caller_frame as _caller_frame, is_finishing as _is_finishing, source_line as _source_line

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings", "catch_warnings"]

# (action, message pattern, category, module pattern or name, line); the first that fits decides. These are CPython's at its start.
filters = [("default", None, DeprecationWarning, "__main__", 0)]
filters.extend([("ignore", None, category, None, 0)
                for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)])
defaultaction = "default"
onceregistry = {}
_shown = {}    # module name: {(text, category, line): True} of what was shown from there; emptied when the filters change
_recorder = None  # where catch_warnings(record=True) wants them
_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    line = _source_line(filename, lineno) if line is None else line
    quoted = "  " + line.strip() + "\n" if line else ""
    return f"{filename}:{lineno}: {category.__name__}: {message}\n{quoted}"


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


_own_showwarning = showwarning


def _show(found):
    if showwarning is not _own_showwarning:
        if not callable(showwarning):
            raise TypeError("warnings.showwarning() must be set to a function or method")
        showwarning(found.message, found.category, found.filename, found.lineno, found.file, found.line)
    elif _recorder is not None:
        _recorder.append(found)
    else:
        text = formatwarning(found.message, found.category, found.filename, found.lineno, found.line)
        if found.source is not None and not _is_finishing():
            text += f"{found.category.__name__}: Enable tracemalloc to get the object allocation traceback\n"
        if sys.stderr is not None:
            sys.stderr.write(text)


def _changed():
    _shown.clear()
    onceregistry.clear()


def _add(entry, append):
    if not append:
        if entry in filters:
            filters.remove(entry)
        filters.insert(0, entry)
    elif entry not in filters:
        filters.append(entry)
    _changed()


def _check_filter(action, lineno):
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    _check_filter(action, lineno)
    if message or module:
        import re
        message = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_filter(action, lineno)
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    filters.clear()
    _changed()


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    frame = _caller_frame(max(stacklevel - 1, 0), True)
    module, filename, line = ("sys", "sys", 1) if frame is None else frame[:3]
    _decide(message, category, filename, line, module or "<string>", _shown.setdefault(module, {}), source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename[:-3] if filename[-3:].lower() == ".py" else filename or "<unknown>"
    _decide(message, category, filename, int(lineno), module, {} if registry is None else registry, source)


def _from_interpreter(message, category, filename, line, module):
    _decide(message, category, filename, line, module, _shown.setdefault(module, {}), True if "was never awaited" in message else None)


def _fits(entry, text, category, module, line):
    _, wanted_text, wanted_category, wanted_module, wanted_line = entry
    if not issubclass(category, wanted_category) or wanted_line not in (0, line):
        return False
    if wanted_text is not None and not wanted_text.match(text):
        return False
    if wanted_module is None:
        return True
    return wanted_module == module if isinstance(wanted_module, str) else bool(wanted_module.match(module))


def _decide(message, category, filename, line, module, shown, source):
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = message, category(message)
    if shown.get((text, category, line)):
        return
    action = defaultaction
    for entry in filters:
        if _fits(entry, text, category, module, line):
            action = entry[0]
            break
    if action == "error":
        try:
            raise message
        finally:
            del message  # no circle with the traceback
    if action == "ignore":
        return
    if action != "always":
        shown[text, category, line] = True
        # Beside the place itself: what must not have been seen anywhere in the module, or anywhere at all.
        wider, key = {"module": (shown, (text, category, 0)), "once": (onceregistry, (text, category))}.get(action, (None, None))
        if wider is not None:
            if wider.get(key):
                return
            wider[key] = True
    _show(WarningMessage(message, category, filename, line, source=source))


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._before = None

    def __repr__(self):
        return f"{type(self).__name__}({'record=True' if self._record else ''})"

    def __enter__(self):
        global _recorder, showwarning
        if self._before is not None:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._before = filters[:], _recorder, showwarning
        _changed()
        if self._record:
            _recorder, showwarning = [], _own_showwarning
        recorded = _recorder if self._record else None
        if self._filter is not None:
            simplefilter(*self._filter)
        return recorded

    def __exit__(self, *exc_info):
        global _recorder, showwarning
        if self._before is None:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:], _recorder, showwarning = self._before
        _changed()
