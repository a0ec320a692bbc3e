# functools.wraps of a class: its whole namespace comes along, and hides nothing of the function's own.
import functools


def singleton(cls):
    @functools.wraps(cls)
    def get(*args, **kwargs):
        if get.instance is None:
            get.instance = cls(*args, **kwargs)
        return get.instance

    get.instance = None
    return get


@singleton
class Settings:
    """The one place."""

    level = 3

    def __init__(self, name):
        self.name = name


first, second = Settings("a"), Settings("b")
print(first is second, second.name, Settings.__name__, Settings.__doc__, Settings.level, Settings.__wrapped__.__name__, type(Settings).__name__)
print(sorted(key for key in vars(Settings) if not key.startswith("__")), "__dict__" in vars(Settings))


class Counted:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@Counted
def double(x):
    "Twice."
    return 2 * x


double.note = "kept"
print(double(2), double(3), double.calls, double.__name__, double.__doc__, double.note, Counted(double).note)
