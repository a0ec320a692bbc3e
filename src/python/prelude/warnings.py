"""warn: printed once a place, on stderr."""

import sys
from _prelude import caller_frame as _caller_frame

_seen = set()
_filters = []


class catch_warnings:
    def __init__(self, *, record=False, action=None, category=Warning):
        self._record, self._action = record, action

    def __enter__(self):
        global _recorder
        self._saved = _recorder, _filters[:]
        _recorder = [] if self._record else None
        if self._action:
            simplefilter(self._action)
        return _recorder

    def __exit__(self, *exc_info):
        global _recorder
        _recorder, _filters[:] = self._saved


_recorder = None


class WarningMessage:
    def __init__(self, message, category, filename, lineno):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno


def simplefilter(action, category=Warning, lineno=0, append=False):
    _filters.insert(0, (action, category, ""))


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _filters.insert(0, (action, category, message))


def resetwarnings():
    _filters.clear()


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, category = message, category or UserWarning
        message = category(text)
    frame = _caller_frame()
    module, file, line = ("__main__", "<string>", 0) if frame is None else frame[:3]
    hidden = issubclass(category, (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning))
    action = "ignore" if hidden and not (category is DeprecationWarning and module == "__main__") else "default"
    for wanted, kind, begin in _filters:
        if issubclass(category, kind) and text.lower().startswith(begin.lower()):
            action = wanted
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    key = (text, category, file, line)
    if action != "always" and key in _seen:
        return
    _seen.add(key)
    if _recorder is not None:
        _recorder.append(WarningMessage(message, category, file, line))
        return
    print(formatwarning(text, category, file, line), file=sys.stderr, end="")


def formatwarning(message, category, filename, lineno, line=None):
    return f"{filename}:{lineno}: {category.__name__}: {message}\n" + (f"  {line}\n" if line else "")
