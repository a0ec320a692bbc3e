# Two underscores are mangled with the class's name; __init__ must return None; __new__ comes first.
class Safe:
    def __init__(self):
        self.__code = 42

    def open(self):
        return self.__code


class Thief(Safe):
    def steal(self):
        return self.__code


print(Safe().open(), Safe().__dict__)
try:
    Thief().steal()
except AttributeError as error:
    print(error)


class Wrong:
    def __init__(self):
        return 1


try:
    Wrong()
except TypeError as error:
    print(error)


class Single:
    made = None

    def __new__(cls, *args):
        print("new", args)
        if cls.made is None:
            cls.made = super().__new__(cls)
        return cls.made

    def __init__(self, name):
        print("init", name)
        self.name = name


print(Single("a") is Single("b"), Single.made.name)
