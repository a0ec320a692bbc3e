# throw(), close() and a thrown exception's way through generators that are handling another one.
import traceback


def lines(error):
    return [frame.name for frame in traceback.extract_tb(error.__traceback__)]


def inner():
    yield 1


def middle():
    yield from inner()


def handles():
    try:
        raise KeyError("handled")
    except KeyError:
        yield from middle()


def handles_itself():
    try:
        raise KeyError("handled")
    except KeyError:
        yield 1


def innermost_handles():
    yield from handles_itself()


def plain():
    yield from middle()


def catches():
    try:
        yield from middle()
    except ValueError as error:
        print("catches", lines(error))
        raise


def around():
    try:
        raise IndexError("handled")
    except IndexError:
        yield from catches()


def goes_on():
    try:
        yield 1
    except ValueError:
        yield 2
        raise OSError("later")


def around_one_that_goes_on():
    try:
        raise IndexError("handled")
    finally:
        yield from goes_on()


for make in handles, handles_itself, innermost_handles, plain, around, around_one_that_goes_on:
    for thrown in ValueError("thrown"), ValueError:
        generator = make()
        next(generator)
        try:
            try:
                print("yields", generator.throw(thrown))
                next(generator)
            except (ValueError, OSError) as error:
                print(make.__name__, lines(error), repr(error.__context__))
                error.__traceback__ = None
        except IndexError as error:
            print(make.__name__, "of its own", lines(error), repr(error.__context__))

generator = handles()
next(generator)
try:
    raise ValueError("with a past")
except ValueError as error:
    seen = error
try:
    generator.throw(seen)
except ValueError as error:
    print(lines(error), repr(error.__context__))
