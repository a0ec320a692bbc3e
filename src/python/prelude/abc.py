"""Abstract base classes. The names that are still abstract are noted by type itself (type_methods.cpp)."""


class ABCMeta(type):
    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        _registered.setdefault(id(cls), (cls, []))[1].append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        if cls in subclass.__mro__:
            return True
        if _registered:
            for known in _registered.values():
                if cls in known[0].__mro__ and any([other in subclass.__mro__ for other in known[1]]):
                    return True
        for below in type.__subclasses__(cls):
            if isinstance(below, ABCMeta) and below.__subclasshook__.__func__ is not cls.__subclasshook__.__func__ and issubclass(subclass, below):
                return True
        return False


_registered = {}  # id of a class: the class, and what registered as below it


def _hook(cls, subclass):
    return NotImplemented


ABC = ABCMeta("ABC", (), {"__module__": "abc", "__slots__": (), "__subclasshook__": classmethod(_hook)})


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True


def get_cache_token():
    return len(_registered)


def update_abstractmethods(cls):
    return cls
