"""Enumerations.

The body of an enumeration runs in a namespace that notes what is a member (_Body). Each member's value is then put into the class as a
_Coming, and becomes the member when the new class tells it its name: so members are there before __init_subclass__ is called."""

import sys
from types import MappingProxyType as _MappingProxyType

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property", "verify", "member",
           "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr", "global_enum_repr", "global_str",
           "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE"]

Enum = Flag = ReprEnum = EJECT = KEEP = None  # until they are made below
_builtin_property = property
_none_yet = object()


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    def __init__(self, value=_none_yet):
        self.value = value

    def __repr__(self):
        return f"auto({'_auto_null' if self.value is _none_yet else repr(self.value)})"


class property:
    """A property of members; asked of the class, it stands aside for a member of its name."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = fget.__doc__ if doc is None and fget is not None else doc

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)

    def __get__(self, instance, ownerclass=None):
        if instance is not None and self.fget is not None:
            return self.fget(instance)
        found = ownerclass._member_map_.get(self.name, _none_yet)
        if found is _none_yet:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        return found

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name, self.clsname = name, ownerclass.__name__


def _is_dunder(name):
    return len(name) > 4 and name.startswith("__") and name.endswith("__") and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def _is_one_bit(number):
    return number > 0 and number & (number - 1) == 0


def _bits(number):
    """The powers of two that it is the sum of, the lowest first."""
    while number:
        low = number & -number
        yield low
        number ^= low


def bin(num, max_bits=None):
    """Binary digits behind a sign bit; a negative number in two's complement."""
    length = max((num if num >= 0 else ~num).bit_length(), max_bits or 0)
    sign, shown = ("0b0", num) if num >= 0 else ("0b1", num + (1 << length))
    return f"{sign} {shown:0{length}b}" if length else f"{sign} {'1' if num < 0 else '0'}"


_OWN_SUNDERS = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_",
                "_iter_member_by_def_")


class _Body(dict):
    def __init__(self, cls_name):
        super().__init__()
        self.cls_name = cls_name
        self.members = {}     # name: the value as it was written, auto() filled in
        self.last_values = []
        self.ignored = []
        self.generate = None
        self.auto_was_used = False

    def __setitem__(self, key, value):
        if key.startswith(f"_{self.cls_name}__") and not key.endswith("__"):
            pass
        elif _is_sunder(key):
            self.note_setting(key, value)
            if key == "_ignore_":
                value = self.ignored
        elif _is_dunder(key):
            key = "_order_" if key == "__order__" else key
        elif key in self.members:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self.ignored:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not _is_descriptor(value):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, type) and f".{value.__qualname__}".endswith(f".{self.cls_name}.{value.__name__}"):
                import warnings
                warnings.warn("In 3.13 classes created inside an enum will not become a member.  Use the `member` decorator to keep the current "
                              "behavior.", DeprecationWarning, stacklevel=1)
            value = self.value_of_member(key, value.value if isinstance(value, member) else value)
            self.members[key] = value
        super().__setitem__(key, value)

    def note_setting(self, key, value):
        if key not in _OWN_SUNDERS:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self.auto_was_used:
                raise TypeError("_generate_next_value_ must be defined before members")
            self.generate = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            self.ignored = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            already = set(self.ignored) & set(self.members)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")

    def value_of_member(self, key, value):
        parts = value if type(value) is tuple else (value,)
        if not any([isinstance(part, auto) for part in parts]):
            self.last_values.append(value)
            return value
        filled = []
        for part in parts:
            if isinstance(part, auto):
                if part.value is _none_yet:
                    part.value = self.generate(key, 1, len(self.members), self.last_values[:])
                    self.auto_was_used = True
                part = part.value
                self.last_values.append(part)
            filled.append(part)
        return tuple(filled) if type(value) is tuple else filled[0]

    def update(self, members, **more):
        for key, value in dict(members, **more).items():
            self[key] = value


class _Coming:
    """A member's value in the new class, until the class tells it its name."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        delattr(cls, name)
        value = self.value
        args = (value,) if not isinstance(value, tuple) or cls._member_type_ is tuple else value
        made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(made, "_value_"):
            if cls._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = cls._member_type_(*args)
                except Exception as why:
                    raise TypeError("_value_ not set in __new__, unable to create it") from why
        value = made._value_
        made._name_, made.__objclass__ = name, cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        is_flag = Flag is not None and issubclass(cls, Flag)
        if is_flag and isinstance(value, int):
            cls._flag_mask_ |= value
            if _is_one_bit(value):
                cls._singles_mask_ |= value
            cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
        known = _known(cls, value)
        if known is None:
            if not is_flag or _is_one_bit(value):
                cls._member_names_.append(name)
            known = made
        self.put_into(cls, name, known)
        cls._member_map_[name] = known
        try:
            cls._value2member_map_.setdefault(value, known)
        except TypeError:
            pass  # found by comparing

    def put_into(self, cls, name, made):
        for base in cls.__mro__[1:]:
            inherited = base.__dict__.get(name)
            if isinstance(inherited, (_builtin_property, property)):
                # A member that is called as a property of all members is: each is found where it is asked for.
                both = property(inherited.fget, inherited.fset, inherited.fdel)
                both.__set_name__(cls, name)
                type.__setattr__(cls, name, both)
                return
        type.__setattr__(cls, name, made)


def _known(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for each in cls._member_map_.values():
            if each._value_ == value:
                return each
    return None


def _data_type(name, bases):
    """The type whose values the members are, beside being members: object if there is none."""
    found = []
    for base in bases:
        below = None
        for each in base.__mro__:
            if each is object:
                continue
            kind = None
            if isinstance(each, EnumType):
                kind = each._member_type_ if each._member_type_ is not object else None
                if kind is None:
                    continue
            elif "__new__" in each.__dict__ or "__dataclass_fields__" in each.__dict__:
                kind = below or each
            if kind is not None:
                if kind not in found:
                    found.append(kind)
                break
            below = below or each
    if len(found) > 1:
        raise TypeError(f"too many data types for {name!r}: {set(found)!r}")
    return found[0] if found else object


def _value_repr(bases):
    for base in bases:
        for each in base.__mro__:
            if each is object:
                continue
            if isinstance(each, EnumType):
                return each.__dict__.get("_value_repr_")
            if "__repr__" in each.__dict__:
                return each.__dict__["__repr__"]
    return None


def _maker(body, data, first):
    """(what makes a member, whether it was written in this class, whether it is given the value)."""
    new = body.get("__new__")
    if new is not None:
        new = new.__func__ if isinstance(new, staticmethod) else new
        return new, first is not None, True
    plain = (None, object.__new__, Enum.__new__ if Enum is not None else None)
    for name in ("__new_member__", "__new__"):
        for each in (data, first):
            new = getattr(each, name, None)
            if new not in plain:
                return new, False, first is not None
    return object.__new__, False, False


def _first_enum(name, bases):
    if not bases:
        return Enum
    for base in bases:
        for each in base.__mro__:
            if isinstance(each, EnumType) and each._member_names_:
                raise TypeError(f"<enum {name!r}> cannot extend {each!r}")
    if not isinstance(bases[-1], EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    return bases[-1]


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        body = _Body(cls)
        first = _first_enum(cls, bases)
        if first is not None:
            body.generate = first._generate_next_value_
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        if not isinstance(classdict, _Body):
            raise AttributeError(f"{type(classdict).__name__!r} object has no attribute '_member_names'")
        wrong = set(classdict.members) & {"mro", ""}
        if wrong:
            raise ValueError(f"invalid enum member name(s) {', '.join([repr(name) for name in wrong])}")
        first = _first_enum(cls, bases)
        data = _data_type(cls, bases)
        make, is_own, use_args = _maker(classdict, data, first)
        space = {key: value for key, value in classdict.items() if key not in classdict.ignored and key not in ("_ignore_", "_order_")}
        space.update(_new_member_=staticmethod(make), _use_args_=use_args, _member_names_=[], _member_map_={}, _value2member_map_={},
                     _member_type_=data, _value_repr_=_value_repr(bases), _inverted_=None,
                     _boundary_=boundary or getattr(first, "_boundary_", None), _flag_mask_=0, _singles_mask_=0, _all_bits_=0)
        if "_generate_next_value_" in space:
            space["_generate_next_value_"] = staticmethod(classdict.generate)
        for name, value in classdict.members.items():
            space[name] = _Coming(value)
        error = None
        try:
            made = super().__new__(metacls, cls, bases, space, **kwds)
        except RuntimeError as wrapped:  # what a member's own code raised stands behind it
            error = wrapped.__cause__ or wrapped
        if error is not None:
            try:
                raise error
            finally:
                del error  # no circle with the traceback
        if Enum is None:
            return made
        _settle_methods(made, classdict, data, first)
        if is_own:
            type.__setattr__(made, "__new_member__", staticmethod(make))
        type.__setattr__(made, "__new__", Enum.__dict__["__new__"])
        _check_order(made, classdict.get("_order_"))
        return made

    def __init__(cls, *args, **kwds):
        pass

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return _from_names(cls, value, names, module, qualname, type, start, boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            import warnings
            warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                          "False depending on whether the value is a member or the value of a member", DeprecationWarning)
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(member).__qualname__}' and '{cls.__class__.__qualname__}'")
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    @_builtin_property
    def __members__(cls):
        return _MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return f"<{'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'} {cls.__name__!r}>"

    def __dir__(cls):
        shown = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__", "__name__",
                 "__qualname__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            shown.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            shown.add("__init_subclass__")
        return sorted(shown if cls._member_type_ is object else shown | set(dir(cls._member_type_)))


EnumMeta = EnumType


def _settle_methods(made, body, data, first):
    """Which of the methods that two kinds of base bring is the enumeration's."""
    put = type.__setattr__
    for name in ("__repr__", "__str__", "__format__"):
        if name not in body and getattr(made, name) in (getattr(data, name), getattr(object, name)):
            put(made, name, getattr(first, name))
    if ReprEnum is not None and ReprEnum in made.__bases__:
        if data is object:
            raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
        if "__format__" not in body:
            put(made, "__format__", data.__format__)
        if "__str__" not in body:
            # Of these types str() is repr(); what it must not be here is the member's.
            put(made, "__str__", data.__repr__ if data.__str__ in (object.__str__, int.__str__, float.__str__) else data.__str__)
    if Flag is not None and issubclass(made, Flag):
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            if name not in body:
                put(made, name, getattr(Flag, name))
        values = [each._value_ for each in made]
        if values != sorted(values):
            put(made, "_iter_member_", made._iter_member_by_def_)


def _check_order(made, order):
    if order is None:
        return
    order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
    if Flag is not None and issubclass(made, Flag):
        order = [name for name in order if name not in made._member_map_ or _is_one_bit(made._member_map_[name]._value_)]
    if order != made._member_names_:
        raise TypeError(f"member order does not match _order_:\n  {made._member_names_!r}\n  {order!r}")


def _from_names(cls, class_name, names, module, qualname, data, start, boundary):
    metacls = cls.__class__
    bases = (cls,) if data is None else (data, cls)
    body = metacls.__prepare__(class_name, bases)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        values = []
        for count, name in enumerate(names):
            values.append(body.generate(name, start, count, values[:]))
        names = list(zip(names, values))
    for item in names:
        name, value = (item, names[item]) if isinstance(item, str) else item
        body[name] = value
    if module is None:
        from _prelude import caller_frame
        frame = caller_frame()
        module = "__main__" if frame is None else frame[0]
    body["__module__"] = module
    if qualname is not None:
        body["__qualname__"] = qualname
    return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)


class Enum(metaclass=EnumType):
    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __new__(cls, value):
        """Not how members are made, but how they are found by their value."""
        if type(value) is cls:
            return value
        found = _known(cls, value)
        if found is not None:
            return found
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        result = error = None
        try:
            result = cls._missing_(value)
        except Exception as caught:
            error = caught
        if isinstance(result, cls) or cls._boundary_ is EJECT and EJECT is not None and isinstance(result, int):
            return result
        try:
            invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            if error is None:
                if result is None:
                    raise invalid
                error = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
            if not isinstance(error, ValueError):
                error.__context__ = invalid
            raise error
        finally:  # no circle with the traceback, which would keep the frames that called
            invalid = error = None

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            ordered = sorted(last_values)
            return ordered[-1] + 1
        except TypeError:
            pass
        import warnings
        warnings.warn("In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support adding +1\n"
                      "and the value returned will be the largest value in the enum incremented by 1", DeprecationWarning)
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        shown = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {shown(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        cls = self.__class__
        shown = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        if cls._member_type_ is not object:
            shown.update(object.__dir__(self))
        shown.update([name for name in getattr(self, "__dict__", ()) if name[0] != "_" and name not in cls._member_map_])
        for each in cls.__mro__:
            for name, value in each.__dict__.items():
                if name[0] != "_" and (name not in cls._member_map_ or isinstance(value, property) and value.fget is not None):
                    shown.add(name)
        return sorted(shown)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """Its members show their values as str() and format()."""


class IntEnum(int, ReprEnum):
    """Members that are ints as well."""


class StrEnum(str, ReprEnum):
    """Members that are strs as well."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        for value, words in zip(values, ("is not a string", "encoding must be a string, not", "errors must be a string, not")):
            if not isinstance(value, str) and not (len(values) > 1 and value is values[0]):
                raise TypeError(f"{value!r} {words}" if words[0] == "i" else f"{words} {value!r}")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that no flag has: refused, dropped, the whole a plain int, or kept."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return 1 if start is None else start
        highest = max(last_values)
        try:
            return 1 << highest.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {highest!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda each: each._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """The flags of this value together, as one that has no name of its own."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        given, mask, every, boundary = value, cls._flag_mask_, cls._all_bits_, cls._boundary_
        if not ~every <= value <= every or value & (every ^ mask):
            if boundary is STRICT:
                length = max(value.bit_length(), mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, length)}\n  allowed {bin(mask, length)}")
            if boundary is EJECT:
                return value
            if boundary is CONFORM:
                given = value = value & mask
            elif value < 0:
                given = value = max(every + 1, 1 << value.bit_length()) + value
        if value < 0:
            value += every + 1
        if value & ~mask and boundary is not KEEP:
            unknown = value & ~mask
            raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]")
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        made._name_ = cls._joined_names(value)
        made = cls._value2member_map_.setdefault(value, made)
        if given < 0:
            cls._value2member_map_[given] = made
        return made

    @classmethod
    def _joined_names(cls, value):
        parts = list(cls._iter_member_(value & cls._singles_mask_))
        if value & ~cls._singles_mask_:
            parts.extend([each for each in cls._member_map_.values() if each not in parts and each._value_ and each._value_ & value == each._value_])
        named = 0
        for each in parts:
            named |= each._value_
        if not named:
            return None
        names = [each._name_ for each in parts]
        left = value ^ named
        if left:
            if cls._boundary_ is STRICT:
                raise ValueError(f"{cls!r}: no members with value {left!r}")
            names.append(cls._numeric_repr_(left))
        return "|".join(names)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        shown = (self.__class__._value_repr_ or repr)(self._value_)
        return f"<{self.__class__.__name__}{'' if self._name_ is None else '.' + self._name_}: {shown}>"

    def __str__(self):
        return f"{self.__class__.__name__}({self._value_!r})" if self._name_ is None else f"{self.__class__.__name__}.{self._name_}"

    def _bits_of(self, other):
        """Of another operand; None if it cannot be one."""
        if isinstance(other, self.__class__):
            return other._value_
        return other if self._member_type_ is not object and isinstance(other, self._member_type_) else None

    def __or__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else self.__class__(self._value_ ^ bits)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if self._inverted_ is None:
            keeps = self._boundary_ in (EJECT, KEEP)
            self._inverted_ = self.__class__(~self._value_ if keeps else self._singles_mask_ & ~self._value_)
        return self._inverted_


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints as well."""


def unique(enumeration):
    twice = [f"{alias} -> {each.name}" for alias, each in enumeration.__members__.items() if alias != each.name]
    if twice:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(twice)}")
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                twice = [f"{alias} -> {each.name}" for alias, each in enumeration.__members__.items() if alias != each.name]
                if twice:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(twice)}")
            elif check is CONTINUOUS:
                self.check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                self.check_named(enumeration)
        return enumeration

    def check_continuous(self, enumeration):
        values = {each.value for each in enumeration}
        if len(values) < 2:
            return
        if issubclass(enumeration, Flag):
            wanted = [1 << at for at in range(min(values).bit_length(), max(values).bit_length() - 1)]
        else:
            wanted = range(min(values) + 1, max(values))
        missing = [str(value) for value in wanted if value not in values]
        if missing:
            kind = "flag" if issubclass(enumeration, Flag) else "enum"
            raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {', '.join(missing)}"[:256])

    def check_named(self, enumeration):
        named, names, missing = {each.value for each in enumeration}, [], 0
        for name, alias in enumeration._member_map_.items():
            unnamed = [bit for bit in _bits(alias.value) if bit not in named] if name not in enumeration._member_names_ and alias.value >= 0 else ()
            if unnamed:
                names.append(name)
                for bit in unnamed:
                    missing |= bit
        if names:
            who = f"alias {names[0]} is missing" if len(names) == 1 else f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
            what = f"value 0x{missing:x}" if _is_one_bit(missing) else f"combined values of 0x{missing:x}"
            raise ValueError(f"invalid Flag {enumeration.__name__!r}: {who} {what} [use enum.show_flag_values(value) for details]")


def show_flag_values(value):
    return list(_bits(value))


def global_enum_repr(self):
    return f"{self.__class__.__module__.rpartition('.')[2]}.{self._name_}"


def global_flag_repr(self):
    module = self.__class__.__module__.rpartition(".")[2]
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    return "|".join([name if name[0].isdigit() else f"{module}.{name}" for name in self._name_.split("|")])


def global_str(self):
    return f"{self.__class__.__name__}({self._value_!r})" if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
