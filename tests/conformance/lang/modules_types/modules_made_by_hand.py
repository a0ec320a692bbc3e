# types.ModuleType: a module that a program makes, fills, derives from and gives another class.
import types

settings = types.ModuleType("settings", "kept here")
settings.debug = True
print(settings, settings.__name__, settings.__doc__, settings.debug, sorted(vars(settings)))


class Quiet(types.ModuleType):
    @property
    def shouted(self):
        return self.__name__.upper()

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return f"<no {name}>"


module = Quiet("quiet")
module.a = 1
print(module.shouted, module.a, module.missing, isinstance(module, types.ModuleType), type(module).__name__)
settings.__class__ = Quiet
print(settings.shouted, settings.debug, settings.other, type(settings).__name__)
for wrong in (lambda: types.ModuleType(), lambda: types.ModuleType(5), lambda: types.ModuleType("a", "b", "c"), lambda: types.ModuleType("x").missing):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
