# The records of sys: tuples with names.

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
float_info = _record(
    "sys.float_info",
    ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"),
    (_float_max, 1024, 308, _float_min, -1021, -307, 15, 53, _float_epsilon, 2, 1))
int_info = _record(
    "sys.int_info",
    ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"),
    (30, 4, 4300, 640))


class _Implementation:
    name = "waiter"
    version = version_info
    cache_tag = None

    def __repr__(self):
        return f"namespace(name={self.name!r}, version={self.version!r})"


implementation = _Implementation()


def _getframe(depth=0):
    from _frames import running
    return running(depth)


del _float_max, _float_min, _float_epsilon
