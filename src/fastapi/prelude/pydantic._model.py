"""BaseModel and what is said about its fields. A model class learns its fields, validators and serializers once, when it is made."""


from pydantic._annotations import is_open, names_of_caller, resolved, typing as _typing
from pydantic._errors import Invalid, PydanticUndefinedAnnotation, PydanticUserError, ValidationError, invalid, within
import pydantic._schema as _schema
from pydantic._fields import FieldInfo, PrivateAttr, check_of, complete, field_of, made_by, merged, own_copy
from pydantic._schema import MISSING, call_user, catchable


# --- how a class is read ---

_CONFIG_OF_V1 = {"orm_mode": "from_attributes", "allow_population_by_field_name": "populate_by_name", "schema_extra": "json_schema_extra",
                 "anystr_strip_whitespace": "str_strip_whitespace"}


class _Validators:
    def __init__(self):
        self.fields = {}  # name -> [(mode, function)]
        self.before, self.after, self.wrap = [], [], []
        self.field_serializers = {}
        self.model_serializer = None

    def take(self, parent):
        """Those of a base; one of the same name replaces what a base further away has."""
        for name, found in parent.fields.items():
            mine = self.fields.setdefault(name, [])
            for each in found:
                _put(mine, each, lambda one: one[1].__name__)
        for mode in ("before", "after", "wrap"):
            for each in getattr(parent, mode):
                _put(getattr(self, mode), each, lambda one: one.__name__)
        self.field_serializers.update(parent.field_serializers)
        self.model_serializer = parent.model_serializer or self.model_serializer


def _put(found, new, name_of):
    for at, each in enumerate(found):
        if name_of(each) == name_of(new):
            found[at] = new
            return
    found.append(new)


def _hints(cls):
    """The class's own annotations. One that names a class which comes later stays as it is: `_plan` completes it."""
    found = dict(cls.__dict__.get("__annotations__", {}))
    if any(is_open(annotation) for annotation in found.values()):
        cls.__pydantic_parent_namespace__ = names_of_caller()
    for name, annotation in found.items():
        if is_open(annotation):
            try:
                found[name] = resolved(annotation, cls)
            except NameError:
                pass
    return found


def _collect(cls):
    """Fields and validators of a class that was just made."""
    bases = [base for base in cls.__mro__[1:] if "model_fields" in base.__dict__ and base is not BaseModel]
    fields, privates = {}, {}
    validators = _Validators()
    for base in reversed(bases):
        fields.update(base.model_fields)
        privates.update(base.__private_attributes__)
        validators.take(base.__pydantic_validators__)
    config = {}
    for base in reversed(bases):
        config.update(base.model_config)
    config.update(cls.__dict__.get("model_config", {}))
    old_style = cls.__dict__.get("Config")
    if old_style is not None:
        for name, value in vars(old_style).items():
            if name[:2] != "__":
                config[_CONFIG_OF_V1.get(name, name)] = value
    cls.model_config = config
    hints = _hints(cls)
    for name, annotation in hints.items():
        origin = _typing.get_origin(annotation)
        if annotation is _typing.ClassVar or origin is _typing.ClassVar or name == "model_config":
            continue
        default = cls.__dict__.get(name, MISSING)
        if name[0] == "_":
            privates[name] = default if isinstance(default, PrivateAttr) else PrivateAttr(default)
            continue
        info = field_of(annotation, default)
        if info.alias is None and config.get("alias_generator") is not None:
            info.alias = config["alias_generator"](name)
            info.validation_alias = info.validation_alias or info.alias
            info.serialization_alias = info.serialization_alias or info.alias
        fields[name] = info
        if name in cls.__dict__:
            delattr(cls, name)
    computed = {}
    for base in reversed(cls.__mro__):
        for name, value in list(base.__dict__.items()):
            getter = value.fget if isinstance(value, property) else getattr(value, "func", None)  # a cached_property's
            said = getattr(getter, "__pydantic_computed__", None)
            if said is not None:
                computed[name] = said
    for name, value in list(cls.__dict__.items()):
        if name[0] == "_" and isinstance(value, PrivateAttr):
            privates[name] = value
            delattr(cls, name)
            continue
        mark = getattr(value, "__pydantic_mark__", None)
        if mark is None:
            if (not name.startswith("_") and name not in hints and name not in ("model_config", "Config", "model_fields") and not callable(value)
                    and not hasattr(type(value), "__get__") and not isinstance(value, type)):
                raise PydanticUserError(
                    f"A non-annotated attribute was detected: `{name} = {value!r}`. All model fields require a type annotation; if `{name}` is "
                    f"not meant to be a field, you may be able to resolve this error by annotating it as a `ClassVar` or updating "
                    f"`model_config['ignored_types']`.", code="model-field-missing-annotation")
            continue
        mark.install(validators, fields, name, value)
    cls.model_fields = fields
    cls.__private_attributes__ = privates
    cls.model_computed_fields = computed
    cls.__pydantic_validators__ = validators
    cls.__pydantic_plan__ = None


def _plan(cls):
    """[(name, key in the input, other key or None, check, info)], made at the first use so that classes may name one another."""
    try:
        complete_fields(cls)
    except NameError as error:
        raise PydanticUserError(f"`{cls.__name__}` is not fully defined; you should define `{error.name}`, then call "
                                f"`{cls.__name__}.model_rebuild()`.", code="class-not-fully-defined") from None
    plan = []
    of_strings = _rules_of_strings(cls.model_config)
    numbers = cls.model_config.get("coerce_numbers_to_str")
    strict = cls.model_config.get("strict")
    for name, info in cls.model_fields.items():
        if strict and info.strict is None:
            info.strict = True
        is_string = of_strings and (info.annotation is str or str in _typing.get_args(info.annotation))
        check = check_of(info, first=_rules_beside(of_strings, info) if is_string else ())
        if numbers and info.annotation is str:
            check = lambda value, inner=check: inner(str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value)
        if cls.model_config.get("use_enum_values"):
            check = lambda value, inner=check: found.value if hasattr(found := inner(value), "_value_") else found
        for mode, function in cls.__pydantic_validators__.fields.get(name, ()):
            check = _with_function(check, mode, function, cls, name)
        key = info.validation_alias or name
        other = name if key != name and (cls.model_config.get("populate_by_name") or cls.model_config.get("validate_by_name")) else None
        plan.append((name, key, other, check, info))
    cls.__pydantic_plan__ = plan
    return plan


def complete_fields(cls):
    """Looks up the names of classes that were not defined when this one was made; says whether there were any."""
    was_open = False
    for name, info in cls.model_fields.items():
        if is_open(info.annotation):
            was_open = True
            home = next(base for base in cls.__mro__ if name in base.__dict__.get("__annotations__", ()))
            complete(info, home)
    return was_open


_STRING_RULES = {"str_strip_whitespace": "strip_whitespace", "str_to_lower": "to_lower", "str_to_upper": "to_upper",
                 "str_min_length": "min_length", "str_max_length": "max_length"}


class _Rules:
    """Constraints as they could stand in Annotated."""

    def __init__(self, rules):
        self.__dict__.update(rules)


def _rules_of_strings(config):
    """What a model's configuration says of all its texts."""
    return {rule: config[name] for name, rule in _STRING_RULES.items() if config.get(name)}


def _rules_beside(rules, info):
    """Those that the field has not of its own."""
    return (_Rules({name: value for name, value in rules.items() if getattr(info, name, None) is None}),)


_context = [None]  # what model_validate was given for the validators


class ValidationInfo:
    def __init__(self, data, field_name, context=None):
        self.data = data
        self.field_name = field_name
        self.context = _context[0] if context is None else context
        self.mode = "python"


def _with_function(check, mode, function, cls, name):
    takes_info = function.takes_info

    def run(value, data, given):
        if takes_info:
            return call_user(function.bound(cls), value, ValidationInfo(data, name), given=given)
        return call_user(function.bound(cls), value, given=given)

    def validate(value, data=None):
        inner = check if not getattr(check, "takes_data", False) else lambda each: check(each, data)
        if mode == "before":
            return inner(run(value, data, value))
        if mode == "plain":
            return run(value, data, value)
        if mode == "wrap":
            handler = catchable(inner, "ValidatorCallable")
            if takes_info:
                return call_user(function.bound(cls), value, handler, ValidationInfo(data, name))
            return call_user(function.bound(cls), value, handler)
        return run(inner(value), data, value)

    validate.takes_data = True
    return validate


# --- models ---


class BaseModel:
    """Fields are the instance's attributes; which were given, extra ones and private ones stand in slots beside them, as in pydantic."""

    __slots__ = ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
    model_config = {}
    model_fields = {}
    model_computed_fields = {}
    __private_attributes__ = {}
    __pydantic_validators__ = _Validators()
    __pydantic_plan__ = None
    __pydantic_is_root__ = False

    def __init_subclass__(cls, **config):
        super().__init_subclass__()
        if config:
            cls.model_config = {**cls.__dict__.get("model_config", {}), **config}
        _collect(cls)
        cls.__pydantic_check__ = staticmethod(lambda value: _check_model(cls, value))

    def __init__(self, /, **data):
        cls = type(self)
        try:
            if cls.__pydantic_validators__.wrap:
                made = _check_model(cls, data, None, self)
                _set_all(self, made.__dict__, made.__pydantic_fields_set__, made.__pydantic_extra__, made.__pydantic_private__)
            else:
                _fill(self, cls, data)
        except Invalid as error:
            raise ValidationError(cls.__name__, error.lines) from None

    __pydantic_init__ = __init__

    @classmethod
    def __pydantic_signature__(cls):
        """What a call takes, for those who call it with a request's parameters: [(name, annotation, default)]."""
        return [(info.validation_alias or name, info.annotation, merged(info)) for name, info in cls.model_fields.items()]

    def __class_getitem__(cls, parameters):
        from pydantic._generic import parametrised

        return parametrised(cls, parameters)

    def __getattr__(self, name):
        """What is no attribute of the instance: private ones and extra ones."""
        if name[0] == "_":
            private = None if name[:2] == "__" else self.__pydantic_private__
            if private and name in private:
                return private[name]
        else:
            extra = self.__pydantic_extra__
            if extra and name in extra:
                return extra[name]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __setattr__(self, name, value):
        cls = type(self)
        if name[0] == "_":
            if name in cls.__private_attributes__:
                self.__pydantic_private__[name] = value
            else:
                object.__setattr__(self, name, value)
            return
        if name not in cls.model_fields:
            found = getattr(cls, name, None)
            if isinstance(found, property):
                found.__set__(self, value)
                return
            if cls.model_config.get("extra") != "allow":
                raise ValueError(f'"{cls.__name__}" object has no field "{name}"')
        if cls.model_config.get("frozen") or name in cls.model_fields and cls.model_fields[name].frozen:
            kind = "frozen_instance" if cls.model_config.get("frozen") else "frozen_field"
            words = "Instance is frozen" if kind == "frozen_instance" else "Field is frozen"
            raise ValidationError(cls.__name__, [{"type": kind, "loc": (name,), "msg": words, "input": value}])
        if cls.model_config.get("validate_assignment"):
            for field, _, _, check, _ in cls.__pydantic_plan__ or _plan(cls):
                if field == name:
                    try:
                        value = check(value, dict(self.__dict__)) if getattr(check, "takes_data", False) else check(value)
                    except Invalid as error:
                        raise ValidationError(cls.__name__, within(name, error.lines)) from None
        if name in cls.model_fields:
            object.__setattr__(self, name, value)
        else:
            self.__pydantic_extra__[name] = value
        self.__pydantic_fields_set__.add(name)

    def __eq__(self, other):
        if not isinstance(other, BaseModel):
            return NotImplemented
        if type(self) is not type(other) or self.__pydantic_extra__ != other.__pydantic_extra__:
            return False
        return self.__dict__ == other.__dict__ or _fields_of(self) == _fields_of(other)

    def __hash__(self):
        if not type(self).model_config.get("frozen"):
            raise TypeError(f"unhashable type: '{type(self).__name__}'")
        return hash((type(self), tuple(_fields_of(self).values())))

    def __iter__(self):
        return iter(_values(self).items())

    def __repr_args__(self):
        shown = [(name, getattr(self, name)) for name, info in type(self).model_fields.items() if info.repr]
        shown += [(name, value) for name, value in (self.model_extra or {}).items()]
        shown += [(name, getattr(self, name)) for name, said in type(self).model_computed_fields.items() if said.get("repr", True)]
        return shown

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__repr_args__())})"

    def __str__(self):
        return " ".join(f"{name}={value!r}" for name, value in self.__repr_args__())

    def __copy__(self):
        return self.model_copy()

    def __deepcopy__(self, memo):
        return self.model_copy(deep=True)

    @property
    def model_fields_set(self):
        return self.__pydantic_fields_set__

    @property
    def model_extra(self):
        return self.__pydantic_extra__

    @classmethod
    def model_validate(cls, obj, *, strict=None, from_attributes=None, context=None, by_alias=None, by_name=None):
        before, _context[0] = _context[0], context
        was_strict = _schema.strict_of
        if strict is not None:
            _schema.strict_of = "python" if strict is True else strict or None
        try:
            return _check_model(cls, obj, from_attributes)
        except Invalid as error:
            raise ValidationError(cls.__name__, error.lines) from None
        finally:
            _context[0] = before
            _schema.strict_of = was_strict

    @classmethod
    def model_validate_json(cls, json_data, *, strict=None, context=None):
        import json

        try:
            obj = json.loads(json_data)
        except ValueError as error:
            words = _json_words(error, json_data)
            raise ValidationError(cls.__name__, [{"type": "json_invalid", "loc": (), "msg": f"Invalid JSON: {words}", "input": json_data,
                                                  "ctx": {"error": words}}]) from None
        return cls.model_validate(obj, strict="json" if strict else strict, context=context)

    @classmethod
    def model_construct(cls, _fields_set=None, **values):
        made = cls.__new__(cls)
        own = {}
        for name, info in cls.model_fields.items():
            key = info.alias if info.alias in values else name
            if key in values:
                own[name] = values[key]
            elif not info.is_required():
                own[name] = info.get_default(call_default_factory=True)
        over = {name: value for name, value in values.items() if name not in own} if cls.model_config.get("extra") == "allow" else None
        given = set(values) & set(cls.model_fields) if _fields_set is None else _fields_set
        _set_all(made, own, given, over, _private_of(cls))
        return made

    @classmethod
    def _by_alias(cls, said):
        return cls.model_config.get("serialize_by_alias", False) if said is None else said

    def model_dump(self, *, mode="python", include=None, exclude=None, context=None, by_alias=None, exclude_unset=False, exclude_defaults=False,
                   exclude_none=False, exclude_computed_fields=False, round_trip=False, warnings=True, serialize_as_any=False):
        from pydantic._serialize import dump

        return dump(self, mode, include, exclude, self._by_alias(by_alias), exclude_unset, exclude_defaults, exclude_none, round_trip)

    def model_dump_json(self, *, indent=None, include=None, exclude=None, context=None, by_alias=None, exclude_unset=False, exclude_defaults=False,
                        exclude_none=False, round_trip=False, warnings=True, serialize_as_any=False):
        from pydantic._serialize import dump_for_text, json_text

        return json_text(dump_for_text(self, include, exclude, self._by_alias(by_alias), exclude_unset, exclude_defaults, exclude_none,
                                       round_trip), indent)

    def model_copy(self, *, update=None, deep=False):
        import copy

        made = type(self).__new__(type(self))
        values, extra, private = self.__dict__, self.__pydantic_extra__, self.__pydantic_private__
        if deep:
            values, extra, private = copy.deepcopy(values), copy.deepcopy(extra), copy.deepcopy(private)
        values, given = dict(values), set(self.__pydantic_fields_set__)
        if update:
            values.update(update)
            given.update(update)
        _set_all(made, values, given, None if extra is None else dict(extra), None if private is None else dict(private))
        return made

    def model_post_init(self, context, /):
        pass

    @classmethod
    def model_rebuild(cls, *, force=False, raise_errors=True, _parent_namespace_depth=2, _types_namespace=None):
        if not force and cls.__pydantic_plan__ is not None:
            return None
        namespace = names_of_caller() if _types_namespace is None else _types_namespace
        if namespace:
            cls.__pydantic_parent_namespace__ = {**(cls.__dict__.get("__pydantic_parent_namespace__") or {}), **namespace}
        try:
            was_open = complete_fields(cls)
        except NameError as error:
            if raise_errors:
                raise PydanticUndefinedAnnotation(error.name, str(error)) from None
            return False
        cls.__pydantic_plan__ = None
        return True if was_open or force else None

    @classmethod
    def model_json_schema(cls, by_alias=True, ref_template="#/$defs/{model}", mode="validation"):
        from pydantic._json_schema import schema_of_model

        return schema_of_model(cls, by_alias, ref_template, mode)

    # pydantic 1's names, which tutorials still use.
    def dict(self, **options):
        return self.model_dump(**options)

    def json(self, **options):
        return self.model_dump_json(**options)

    def copy(self, *, update=None, deep=False, include=None, exclude=None):
        made = self.model_copy(update=update, deep=deep)
        kept = {name: value for name, value in made.__dict__.items()
                if (include is None or name in include) and (exclude is None or name not in exclude)}
        _set_all(made, kept, made.__pydantic_fields_set__ & set(kept), made.__pydantic_extra__, made.__pydantic_private__)
        return made

    @classmethod
    def parse_obj(cls, obj):
        return cls.model_validate(obj)

    @classmethod
    def parse_raw(cls, text, **options):
        return cls.model_validate_json(text)

    @classmethod
    def from_orm(cls, obj):
        return cls.model_validate(obj, from_attributes=True)

    @classmethod
    def construct(cls, _fields_set=None, **values):
        return cls.model_construct(_fields_set, **values)

    @classmethod
    def schema(cls, by_alias=True):
        return cls.model_json_schema(by_alias)

    @classmethod
    def update_forward_refs(cls, **names):
        cls.model_rebuild()


_JSON_WORDS = {"Expecting property name enclosed in double quotes": "key must be a string", "Expecting value": "expected value",
               "Extra data": "trailing characters", "Expecting ':' delimiter": "expected `:`",
               "Unterminated string starting at": "EOF while parsing a string", "Expecting ',' delimiter": "expected `,` or `}`"}


def _json_words(error, text):
    """The words of pydantic's own JSON parser, with the place in its counting."""
    words = _JSON_WORDS.get(error.msg, error.msg)
    line, column = error.lineno, error.colno
    if isinstance(text, (bytes, bytearray)):
        text = text.decode()
    if error.pos >= len(text.rstrip()) or words.startswith("EOF"):
        inside = "a string" if words.startswith("EOF") else "a value" if not text.strip() else "an object" if text.lstrip()[:1] == "{" else "a list"
        words = f"EOF while parsing {inside}"
        last = text.split("\n")[-1]
        line, column = text.count("\n") + 1, len(last)
    return f"{words} at line {line} column {column}"


def _values(model):
    """Fields and extra attributes."""
    extra = model.__pydantic_extra__
    return {**model.__dict__, **extra} if extra else model.__dict__


def _fields_of(model):
    """Fields alone: a cached property keeps its value beside them."""
    return {name: value for name, value in model.__dict__.items() if name in type(model).model_fields}


def _set_all(model, values, given, extra=None, private=None):
    """The instance's attributes, all at once."""
    put = object.__setattr__
    put(model, "__dict__", values)
    put(model, "__pydantic_fields_set__", given)
    put(model, "__pydantic_extra__", extra)
    put(model, "__pydantic_private__", private)


def _private_of(cls):
    found = {}
    for name, said in cls.__private_attributes__.items():
        if said.default_factory is not None:
            found[name] = said.default_factory()
        elif said.default is not MISSING:
            found[name] = own_copy(said.default)
    return found


def _fill(model, cls, data, shown=None):
    """Validates `data` (a dict, made of `shown` where that is given) into the instance."""
    validators = cls.__pydantic_validators__
    given_data = data if shown is None else shown
    for function in reversed(validators.before):
        args = (ValidationInfo(None, None),) if function.takes_info else ()
        data = call_user(function.bound(cls), data, *args, given=given_data)
        if isinstance(data, cls):
            _set_all(model, data.__dict__, data.__pydantic_fields_set__, data.__pydantic_extra__, data.__pydantic_private__)
            return
    if shown is None:
        shown = data
    if not isinstance(data, dict):
        data = _as_dict(cls, data, None)
    own, given, over = checked(cls, data, shown)
    _set_all(model, own, given, over, _private_of(cls) if cls.__private_attributes__ else None)
    if cls.model_post_init is not BaseModel.model_post_init:
        call_user(model.model_post_init, None, given=given_data)
    for function in validators.after:
        args = (ValidationInfo({}, None),) if function.takes_info else ()
        if function.kind == "class":
            call_user(function.bound(cls), model, *args, given=given_data)
        else:
            call_user(function.bound_to_instance(model), *args, given=given_data)


def checked(cls, data, shown):
    """The fields' values, which of them were given, and what else was; line errors say that the input was `shown`."""
    own = {}
    given = set()
    lines = over = None
    taken = 0
    config = cls.model_config
    for name, key, other, check, info in cls.__pydantic_plan__ or _plan(cls):
        if key in data:
            value = data[key]
            taken += 1
            place = key
        elif other is not None and other in data:
            value, place = data[other], other
            taken += 1
        else:
            place = key
            if info.default_factory is not None:
                value = made_by(info.default_factory, own)
            elif info.default is MISSING:
                lines = lines or []
                lines.append({"type": "missing", "loc": (key,), "msg": "Field required", "input": shown})
                continue
            else:
                value = own_copy(info.default)
            if not info.validate_default and not config.get("validate_default"):
                own[name] = value
                continue
            try:
                own[name] = check(value, own) if getattr(check, "takes_data", False) else check(value)
            except Invalid as error:
                lines = (lines or []) + within(place, error.lines)
            continue
        try:
            own[name] = check(value, own) if getattr(check, "takes_data", False) else check(value)
            given.add(name)
        except Invalid as error:
            lines = (lines or []) + within(place, error.lines)
    extra = config.get("extra")
    if extra is not None and extra != "ignore" and taken < len(data):
        known = set()
        for _, key, other, _, _ in cls.__pydantic_plan__:
            known.update((key, other))
        over = {key: value for key, value in data.items() if key not in known}
        if extra == "forbid":
            lines = lines or []
            lines += [{"type": "extra_forbidden", "loc": (key,), "msg": "Extra inputs are not permitted", "input": value} for key, value in over.items()]
        else:
            given.update(over)
    elif extra == "allow":
        over = {}
    if lines is not None:
        raise Invalid(lines)
    return own, given, over


def _as_dict(cls, value, from_attributes):
    """An object's attributes where that is asked for; pydantic's words where a dict was expected."""
    attributes = from_attributes or _schema.from_attributes or cls.model_config.get("from_attributes")
    if attributes and not isinstance(value, (str, bytes, int, float, list, tuple, set)) and value is not None:
        return {info.validation_alias or name: getattr(value, name) for name, info in cls.model_fields.items() if hasattr(value, name)}
    if attributes:
        raise invalid("model_attributes_type", "Input should be a valid dictionary or object to extract fields from", value)
    raise invalid("model_type", f"Input should be a valid dictionary or instance of {cls.__name__}", value, {"class_name": cls.__name__})


def _check_model(cls, value, from_attributes=None, made=None):
    """`made`: the instance to fill, of a class with wrap validators whose __init__ is running."""
    if isinstance(value, cls):
        return value
    validators = cls.__pydantic_validators__
    if validators.wrap:
        def inner(each):
            if made is not None and isinstance(each, dict):
                _fill(made, cls, each)
                return made
            return _make(cls, each, from_attributes)

        for function in validators.wrap:
            inner = _wrapped(cls, function, catchable(inner, cls.__name__))
        return inner(value)
    return _make(cls, value, from_attributes)


def _wrapped(cls, function, handler):
    more = (ValidationInfo(None, None),) if function.takes_info else ()
    return lambda value: call_user(function.bound(cls), value, handler, *more)


def _make(cls, value, from_attributes):
    if isinstance(value, cls):
        return value
    validators = cls.__pydantic_validators__
    shown = value
    if not isinstance(value, dict) and not validators.before:
        value = _as_dict(cls, value, from_attributes)
    made = cls.__new__(cls)
    if cls.__init__ is not BaseModel.__init__ and isinstance(value, dict):
        try:
            made.__init__(**value)
        except ValidationError as error:
            raise Invalid(error._lines) from None
        return made
    _fill(made, cls, value, shown)
    return made
