# conformance: stderr
# What may be caught with except*.
def attempt(kind):
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1)])
        except* kind:
            print("caught")
    except TypeError as error:
        print("TypeError:", error)


attempt(ExceptionGroup)
attempt(BaseExceptionGroup)
attempt((ValueError, ExceptionGroup))
attempt(ValueError)
attempt(5)
attempt((ValueError, int))


class Group(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        return Group(self.message, exceptions, self.code + 1)


try:
    try:
        raise Group("mine", [ValueError(1), TypeError(2)], 10)
    except* ValueError as part:
        print(type(part).__name__, part.code, part.exceptions)
except Group as rest:
    print(type(rest).__name__, rest.code, rest.exceptions)

error = ExceptionGroup("noted", [ValueError(1), TypeError(2)])
error.add_note("a note")
try:
    try:
        raise error
    except* ValueError as part:
        print(part.__notes__, part.__notes__ is error.__notes__)
except ExceptionGroup as rest:
    print(rest.__notes__)


def deep():
    raise ExceptionGroup("uncaught", [ValueError(1), ExceptionGroup("inner", [TypeError(2), OSError(3)])])


try:
    deep()
except* TypeError:
    raise KeyError("in the clause")
