"""Enumerations. The metaclass makes each name of the body the only object of its kind."""

from types import MappingProxyType as _MappingProxyType

__all__ = ["EnumMeta", "EnumType", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "auto", "unique", "member", "nonmember", "verify"]


class auto:
    def __init__(self, value=None):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class property(property):
    """Like property, for Enum's own name and value: a member of that name may stand beside it."""


def _is_descriptor(value):
    return hasattr(type(value), "__get__") or hasattr(type(value), "__set__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == "__" and name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == "_" and name[-1] == "_" and name[1] != "_" and name[-2] != "_"


class _EnumDict(dict):
    """The body's namespace: notes which names are members, and gives auto() its value at once."""

    def __init__(self, cls_name=""):
        dict.__init__(self)
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate = None
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        if key in self._ignore:
            pass
        elif _is_sunder(key):
            if key == "_generate_next_value_":
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
            elif Flag is not None and key not in ("_order_", "_missing_", "_value_repr_", "_numeric_repr_", "_iter_member_", "_boundary_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        elif _is_dunder(key):
            pass
        elif key.startswith(f"_{self._cls_name}__"):
            pass
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if isinstance(value, member):
                value = value.value
            elif key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            self._member_names[key] = None
            if isinstance(value, auto):
                value = self._next(key, value)
            elif isinstance(value, tuple) and any([isinstance(part, auto) for part in value]):
                value = tuple([self._next(key, part) if isinstance(part, auto) else part for part in value])
            self._last_values.append(value)
        dict.__setitem__(self, key, value)

    def _next(self, key, value):
        if value.value is None:
            value.value = self._generate(key, 1, len(self._member_names) - 1, self._last_values[:])
        return value.value


Enum = Flag = None


def _data_type(bases):
    for base in bases:
        for cls in base.__mro__:
            if cls is object or (Enum is not None and issubclass(cls, Enum)):
                continue
            if "__new__" in cls.__dict__ or cls in (int, str, float, bytes, tuple):
                return cls
    return object


class EnumType(type):
    @classmethod
    def __prepare__(meta, cls, bases, **kwds):
        space = _EnumDict(cls)
        enum_bases = [base for base in bases if isinstance(base, EnumType)]
        if enum_bases:
            if enum_bases[-1]._member_names_:
                raise TypeError(f"<enum {cls!r}> cannot extend {enum_bases[-1]!r}")
            space._generate = enum_bases[-1]._generate_next_value_
        return space

    def __new__(meta, name, bases, space, **kwds):
        kwds.pop("boundary", None)
        names = list(space._member_names) if isinstance(space, _EnumDict) else []
        values = [space[key] for key in names]
        for key in names:
            if key in ("mro", ""):
                raise ValueError(f"invalid enum member name(s) {key!r}")
        plain = {key: value for key, value in space.items() if key not in space._member_names} if isinstance(space, _EnumDict) else dict(space)
        for key in plain.get("_ignore_", ()):
            plain.pop(key, None)
        plain.pop("_ignore_", None)
        generate = plain.get("_generate_next_value_")
        if generate is not None and not isinstance(generate, staticmethod):
            plain["_generate_next_value_"] = staticmethod(generate)
        own_new = plain.pop("__new__", None)
        plain["_member_names_"] = []
        plain["_member_map_"] = {}
        plain["_value2member_map_"] = {}
        data = _data_type(bases)
        plain["_member_type_"] = data
        if Enum is not None:
            if data is not object and data.__dict__.get("__repr__") and "_value_repr_" not in plain:
                plain["_value_repr_"] = staticmethod(data.__repr__) if hasattr(data, "__dataclass_fields__") else None
        cls = type.__new__(meta, name, bases, plain, **kwds)
        if Enum is None:
            return cls
        type.__setattr__(cls, "__new__", staticmethod(_enum_new))  # Color(1) looks up; members are made by _add
        if data is not object:
            # What the mixed-in type would show, an enumeration shows in its own way.
            first = [base for base in bases if isinstance(base, EnumType)][-1]
            for key in ("__repr__", "__str__", "__format__"):
                if key not in plain and getattr(cls, key) is not getattr(first, key) and getattr(cls, key) is getattr(data, key):
                    type.__setattr__(cls, key, getattr(first, key))
        if own_new is not None and not isinstance(own_new, staticmethod):
            own_new = staticmethod(own_new)
        make = own_new.__func__ if own_new is not None else cls._new_member_
        if own_new is not None:
            type.__setattr__(cls, "_new_member_", own_new)
        for key, value in zip(names, values):
            cls._add(key, value, make, data)
        if Flag is not None and issubclass(cls, Flag):
            for key in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):  # before int's
                if key not in plain:
                    type.__setattr__(cls, key, getattr(Flag, key))
            every = 0
            for one in cls._member_map_.values():
                every |= one._value_
            type.__setattr__(cls, "_all_", every)
            type.__setattr__(cls, "_member_names_", [key for key in cls._member_names_ if cls._single(cls._member_map_[key]._value_)])
        return cls

    def _add(cls, key, value, make, data):
        args = value if isinstance(value, tuple) else (value,)
        if data is tuple:
            args = (args,)
        made = make(cls, *args) if make is not None else (object.__new__(cls) if data is object else data.__new__(cls, *args))
        if not hasattr(made, "_value_"):
            if data is object:
                made._value_ = value
            else:
                try:
                    made._value_ = data(*args)
                except Exception as error:
                    raise TypeError("_value_ not set in __new__, unable to create it") from error
        value = made._value_
        known = None
        try:
            known = cls._value2member_map_.get(value)
        except TypeError:
            for other in cls._member_map_.values():
                if other._value_ == value:
                    known = other
        if known is None:
            made._name_ = key
            made.__objclass__ = cls
            made._sort_order_ = len(cls._member_names_)
            if type(made).__init__ is not object.__init__ and type(made).__init__ is not Enum.__init__:
                made.__init__(*args)
            known = made
            cls._member_names_.append(key)
            try:
                cls._value2member_map_.setdefault(value, made)
            except TypeError:
                pass
        cls._member_map_[key] = known
        type.__setattr__(cls, key, known)

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        bases = (cls,) if type is None else (type, cls)
        space = EnumType.__prepare__(value, bases)
        last = []
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs = []
            for count, name in enumerate(names):
                one = cls._generate_next_value_(name, start, count, last[:])
                last.append(one)
                pairs.append((name, one))
        else:
            pairs = list(names.items()) if hasattr(names, "items") else list(names)
        for name, one in pairs:
            space[name] = one
        from _prelude import caller_frame
        frame = caller_frame()
        space["__module__"] = module or ("__main__" if frame is None else frame[0])
        return EnumType.__new__(cls.__class__, value, bases, space)

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and '{cls.__class__.__qualname__}'")
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        type.__delattr__(cls, attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    @property
    def __members__(cls):
        return _MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return f"<flag {cls.__name__!r}>" if Flag is not None and issubclass(cls, Flag) else f"<enum {cls.__name__!r}>"


EnumMeta = EnumType


def _enum_new(cls, value):
    if type(value) is cls:
        return value
    try:
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
    except TypeError:
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found
    result = error = None
    try:
        result = cls._missing_(value)
    except Exception as caught:
        error = caught
    if isinstance(result, cls):
        return result
    wrong = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    if result is None and error is None:
        raise wrong
    if error is None:
        raise TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
    error.__context__ = wrong
    raise error


def _next_value(name, start, count, last_values):
    if not last_values:
        return start
    try:
        return sorted(last_values)[-1] + 1
    except TypeError:
        raise TypeError("unable to sort non-numeric values") from None


def _enum_space():
    def _missing_(cls, value):
        return None

    def __repr__(self):
        shown = self.__class__.__dict__.get("_value_repr_") or repr
        return f"<{self.__class__.__name__}.{self._name_}: {shown(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        return ["__class__", "__doc__", "__module__", "name", "value"]

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __init__(self, *args, **kwds):
        pass

    return {"__module__": "enum", "_missing_": classmethod(_missing_), "_generate_next_value_": staticmethod(_next_value), "__repr__": __repr__,
            "__str__": __str__, "__format__": __format__, "__hash__": __hash__, "__dir__": __dir__, "__reduce_ex__": __reduce_ex__,
            "__copy__": __copy__, "__deepcopy__": __deepcopy__, "__init__": __init__, "__new__": _enum_new, "_new_member_": None,
            "name": property(lambda self: self._name_), "value": property(lambda self: self._value_)}


_space = _enum_space()
Enum = EnumType.__new__(EnumType, "Enum", (), _space)
type.__setattr__(Enum, "__new__", staticmethod(_enum_new))


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return int.__format__(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)


def _str_member(cls, *values):
    if len(values) > 3:
        raise TypeError(f"too many arguments for str(): {values!r}")
    if not isinstance(values[0], str):
        raise TypeError(f"{values[0]!r} is not a string")
    made = str.__new__(cls, *values)
    made._value_ = str(*values)
    return made


class StrEnum(str, ReprEnum):
    _generate_next_value_ = staticmethod(lambda name, start, count, last_values: name.lower())

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return str.__format__(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)


type.__setattr__(StrEnum, "_new_member_", staticmethod(_str_member))


def _next_flag(name, start, count, last_values):
    if not last_values:
        return start if start is not None else 1
    highest = max(last_values)
    return 1 << highest.bit_length() if highest > 0 else 1


class Flag(Enum):
    _generate_next_value_ = staticmethod(_next_flag)
    _all_ = 0

    @classmethod
    def _single(cls, value):
        return value > 0 and value & (value - 1) == 0

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        every = cls._all_
        if value < 0:
            value &= every
            if value in cls._value2member_map_:
                return cls._value2member_map_[value]
        if value & ~every and not issubclass(cls, int):
            size = max(value.bit_length(), every.bit_length())
            raise ValueError(f"{cls!r} invalid value {value!r}\n    given 0b0 {value:0{size}b}\n  allowed 0b0 {every:0{size}b}")
        made = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
        made._value_ = value
        names = [one._name_ for one in cls if one._value_ & value]
        left = value & ~every
        if left and names:
            names.append(str(left))
        made._name_ = "|".join(names) or None
        cls._value2member_map_[value] = made
        return made

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if isinstance(self, int) and isinstance(other, int):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return self.__class__(self._all_ & ~self._value_)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(other).__qualname__}' and '{self.__class__.__qualname__}'")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter([one for one in self.__class__ if one._value_ & self._value_])

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {self._value_!r}>"
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"


class IntFlag(int, ReprEnum, Flag):
    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return int.__format__(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)


def unique(enumeration):
    twice = [(name, one.name) for name, one in enumeration.__members__.items() if name != one.name]
    if twice:
        details = ", ".join([f"{alias} -> {name}" for alias, name in twice])
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


UNIQUE, CONTINUOUS, NAMED_FLAGS = "one name per value", "no skipped values from lowest to highest", "multi-flag aliases may not contain unnamed flags"


def verify(*checks):
    return lambda enumeration: unique(enumeration) if UNIQUE in checks else enumeration


def global_enum(cls):
    return cls
