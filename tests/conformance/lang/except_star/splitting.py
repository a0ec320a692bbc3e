# Each clause takes its part of the group, in order; what is left over goes on, in the same shape.
def run(exceptions, message="group"):
    try:
        try:
            raise ExceptionGroup(message, exceptions)
        except* ValueError as group:
            print("  values:", repr(group))
        except* (KeyError, IndexError) as group:
            print("  lookups:", repr(group))
        else:
            print("  else")
        finally:
            print("  finally")
    except BaseException as rest:
        print("  rest:", repr(rest))
    else:
        print("  nothing left")


run([ValueError(1)])
run([ValueError(1), KeyError("k"), IndexError(2)])
run([ValueError(1), OSError(2), ExceptionGroup("inner", [ValueError(3), OSError(4), KeyError(5)])])
run([ExceptionGroup("a", [ExceptionGroup("b", [ValueError(1)])]), TypeError(2)])
run([TypeError(1)])

try:
    raise ValueError("naked")
except* ValueError as group:
    print(repr(group), group.args)
try:
    try:
        raise TypeError("naked")
    except* ValueError:
        print("never")
except TypeError as error:
    print(repr(error))

try:
    pass
except* ValueError:
    print("never")
else:
    print("else")
try:
    raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)])
except* KeyboardInterrupt as group:
    print(type(group).__name__, group.exceptions)
except* ValueError as group:
    print(type(group).__name__, group.exceptions)
