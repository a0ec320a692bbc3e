# What programs read of sys; what they seldom do is in _sys_records.py.


def _record(title, names, values):
    class Record(tuple):
        def __repr__(self):
            return title + "(" + ", ".join([f"{name}={value!r}" for name, value in zip(names, self)]) + ")"

    for index, name in enumerate(names):
        setattr(Record, name, property(lambda self, index=index: self[index]))
    Record.__name__ = title.rpartition(".")[2]
    Record.__qualname__ = Record.__name__
    Record.__module__ = "sys"
    return Record(values)


version_info = _record("sys.version_info", ("major", "minor", "micro", "releaselevel", "serial"), (3, 11, 7, "final", 0))


def _getframe(depth=0):
    from _frames import running
    return running(depth)


def __dir__():
    import _sys_records
    seldom = [name for name in vars(_sys_records) if name[0] != "_" and name not in ("no_attribute", "version_info")]
    return sorted((globals().keys() - {"_record", "__dir__", "__getattr__"}).union(seldom, ("__displayhook__", "__excepthook__")))


def __getattr__(name):
    import _sys_records
    if name[:1] != "_" or name in ("__excepthook__", "__displayhook__"):
        found = _sys_records.__dict__.get(name, _sys_records)
        if found is not _sys_records:
            return found
    _sys_records.no_attribute(modules["sys"], name)
