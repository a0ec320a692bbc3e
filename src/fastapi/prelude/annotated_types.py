"""Constraints that stand in Annotated, each saying one thing (or two) of a value."""


class _Constraint:
    names = ()

    def __init__(self, *values, **said):
        given = dict(zip(self.names, values))
        given.update(said)
        for name in self.names:
            setattr(self, name, given.get(name, self.default_of(name)))

    def default_of(self, name):
        return None

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash((type(self), tuple(self.__dict__.values())))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.names)})"


class Gt(_Constraint):
    names = ("gt",)


class Ge(_Constraint):
    names = ("ge",)


class Lt(_Constraint):
    names = ("lt",)


class Le(_Constraint):
    names = ("le",)


class Interval(_Constraint):
    names = ("gt", "ge", "lt", "le")


class MultipleOf(_Constraint):
    names = ("multiple_of",)


class MinLen(_Constraint):
    names = ("min_length",)


class MaxLen(_Constraint):
    names = ("max_length",)


class Len(_Constraint):
    names = ("min_length", "max_length")

    def default_of(self, name):
        return 0 if name == "min_length" else None


class Predicate:
    """The value is good if the function says so."""

    def __init__(self, func):
        self.func = func

    def wrap_check(self, check):
        from pydantic._errors import invalid

        def validate(value):
            found = check(value)
            if not self.func(found):
                raise invalid("predicate_failed", f"Predicate {getattr(self.func, '__qualname__', self.func)} failed", value)
            return found

        return validate
