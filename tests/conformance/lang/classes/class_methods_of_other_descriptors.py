# classmethod binds what it wraps to the class: a property is read, and __new__ as a class method gets the class twice.
class Scale:
    degrees = 273

    @classmethod
    @property
    def kelvin(cls):
        return cls.degrees

    @classmethod
    @staticmethod
    def plain(*args):
        return args


class Finer(Scale):
    degrees = 273.15


print(Scale.kelvin, Finer.kelvin, Finer().kelvin, Scale.plain(1))


class Asked:
    def __get__(self, instance, owner):
        return instance, owner


class Asking:
    asked = classmethod(Asked())
    called = classmethod(print)


print(Asking.asked == (Asking, Asking), Asking().asked == (Asking, Asking))
Asking.called("x", sep="")


class Made:
    @classmethod
    def __new__(*args):
        print(len(args), args[0] is args[1], args[2:])
        return object.__new__(args[0])


print(type(Made(5)).__name__)
