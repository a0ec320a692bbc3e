"""Validators and serializers that a program writes: the decorators of pydantic 2, those of 1, and what stands in Annotated."""

from _prelude import parameters as _parameters

from pydantic._errors import Invalid, PydanticUserError, invalid
from pydantic._schema import call_user, catchable

SerializationInfo = FieldSerializationInfo = FieldValidationInfo = ValidatorFunctionWrapHandler = SerializerFunctionWrapHandler = object


def ConfigDict(**said):
    return said


class PydanticCustomError(ValueError):
    def __init__(self, error_type, message_template, context=None):
        message = message_template.format(**context) if context else message_template
        super().__init__(message)
        self._custom = (error_type, context)
        self.type = error_type


class Function:
    """A function of the program's with what it wants to be given; stands in the class where the program wrote it."""

    def __init__(self, given, mark):
        self.__pydantic_mark__ = mark
        if isinstance(given, classmethod):
            self.function, self.kind = given.__func__, "class"
        elif isinstance(given, staticmethod):
            self.function, self.kind = given.__func__, "static"
        else:
            self.function, self.kind = given, "plain"
        self.names = _names_of(self.function)
        self.__name__ = getattr(self.function, "__name__", "function")

    def __get__(self, instance, owner):
        if self.kind == "static":
            return self.function
        if self.kind == "class" or instance is None:
            return self.bound(owner)
        return self.bound_to_instance(instance)

    def bound(self, cls):
        if self.kind == "static":
            return self.function
        function = self.function
        return lambda *args, **said: function(cls, *args, **said)

    def bound_to_instance(self, instance):
        function = self.function
        return lambda *args, **said: function(instance, *args, **said)

    def takes(self, count):
        """Whether it takes one more than `count` values besides self or cls."""
        return len(self.names) - (self.kind != "static") > count


def _names_of(function):
    try:
        names, _, positional, _, _ = _parameters(function)
    except TypeError:
        return ("value",)
    return names[:positional]


def marked(mark):
    return lambda given: Function(given, mark)


class _FieldValidator:
    def __init__(self, fields, mode):
        self.fields = fields
        self.mode = mode

    def install(self, validators, fields, name, function):
        function.takes_info = function.takes(2 if self.mode == "wrap" else 1)
        for field in self.fields:
            if field != "*" and field not in fields:
                raise PydanticUserError(
                    f"Decorators defined with incorrect fields: {function.__name__} refers to {field!r} (use check_fields=False if you're "
                    "inheriting from the model and intended this)", code="decorator-missing-field")
        for field in list(fields) if "*" in self.fields else self.fields:
            found = [each for each in validators.fields.get(field, ()) if each[1].__name__ != function.__name__]
            validators.fields[field] = found + [(self.mode, function)]


def field_validator(field, /, *fields, mode="after", check_fields=None, json_schema_input_type=None):
    if not isinstance(field, str):
        raise PydanticUserError("`@field_validator` should be used with fields and keyword arguments, not bare. E.g. usage should be "
                                "`@validator('<field_name>', ...)`", code="validator-no-fields")
    return marked(_FieldValidator((field,) + fields, mode))


class _OldValidator(_FieldValidator):
    """pydantic 1's: other values come as a dict `values`."""

    def __init__(self, fields, pre, always, each_item):
        super().__init__(fields, "before" if pre else "after")
        self.always = always
        self.each_item = each_item

    def install(self, validators, fields, name, function):
        names = function.names[2:]
        _, _, positional, keyword, flags = _parameters(function.function)
        all_names = _parameters(function.function)[0][: positional + keyword]
        wants = "values" in names or "values" in all_names or bool(flags & 2)
        inner = function.function
        each_item = self.each_item

        def validate(cls, value, info):
            def one(item):
                if not wants:
                    return inner(cls, item)
                return inner(cls, item, values=dict(info.data))

            if each_item and isinstance(value, (list, tuple, set)):
                return type(value)([one(item) for item in value])
            return one(value)

        function.function = validate
        function.kind = "class"
        function.names = ("cls", "value", "info")
        super().install(validators, fields, name, function)
        for field in self.fields:
            if self.always and field in fields:
                fields[field].validate_default = True


def validator(*fields, pre=False, always=False, each_item=False, check_fields=None, allow_reuse=False):
    return marked(_OldValidator(fields, pre, always, each_item))


class _ModelValidator:
    def __init__(self, mode):
        self.mode = mode

    def install(self, validators, fields, name, function):
        function.takes_info = function.takes({"before": 1, "wrap": 2, "after": 0 if function.kind == "plain" else 1}[self.mode])
        kept = getattr(validators, self.mode)
        kept[:] = [each for each in kept if each.__name__ != function.__name__] + [function]


def model_validator(*, mode):
    return marked(_ModelValidator(mode))


class _OldRootValidator:
    def __init__(self, pre):
        self.pre = pre

    def install(self, validators, fields, name, function):
        inner = function.function
        function.takes_info = False
        function.kind = "class"
        if self.pre:
            validators.before.append(function)
            return

        def after(self):
            values = {name: value for name, value in self.__dict__.items() if name in fields}
            for name, value in inner(type(self), values).items():
                object.__setattr__(self, name, value)
            return self

        function.function = after
        validators.after.append(function)


def root_validator(*given, pre=False, skip_on_failure=False, allow_reuse=False):
    mark = _OldRootValidator(pre)
    return Function(given[0], mark) if given else marked(mark)


class _FieldSerializer:
    def __init__(self, fields, mode, when_used):
        self.fields, self.mode, self.when_used = fields, mode, when_used

    def install(self, validators, fields, name, function):
        function.takes_info = function.takes(2 if self.mode == "wrap" else 1)
        for field in fields if "*" in self.fields else self.fields:
            validators.field_serializers[field] = (self, function)


def field_serializer(*fields, mode="plain", return_type=None, when_used="always", check_fields=None):
    return marked(_FieldSerializer(fields, mode, when_used))


class _ModelSerializer:
    def __init__(self, mode, when_used="always"):
        self.mode, self.when_used = mode, when_used

    def install(self, validators, fields, name, function):
        function.takes_info = function.takes(1 if self.mode == "wrap" else 0)
        validators.model_serializer = (self, function)


def model_serializer(function=None, /, *, mode="plain", when_used="always", return_type=None):
    mark = _ModelSerializer(mode, when_used)
    return Function(function, mark) if function is not None else marked(mark)


def computed_field(function=None, /, *, alias=None, title=None, description=None, repr=True, return_type=None, **said):
    def decorate(given):
        if not isinstance(given, property) and not hasattr(given, "attrname") and not hasattr(given, "func"):
            given = property(given)
        target = given.fget if isinstance(given, property) else given.func
        kind = target.__annotations__.get("return") if return_type is None else return_type
        target.__pydantic_computed__ = {"alias": alias, "title": title, "description": description, "repr": repr, "return_type": kind}
        return given

    return decorate if function is None else decorate(function)


# --- in Annotated ---


class _InAnnotated:
    def __init__(self, func, **said):
        self.func = func
        try:
            names, _, positional, _, _ = _parameters(getattr(func, "__func__", func))
            self.count = positional - hasattr(func, "__self__")
        except TypeError:
            self.count = 1

    def call(self, value, *more):
        from pydantic._model import ValidationInfo

        if self.count > 1 + len(more):
            more += (ValidationInfo({}, None),)
        return call_user(self.func, value, *more)


class AfterValidator(_InAnnotated):
    def wrap_check(self, check):
        def validate(value):
            try:
                return self.call(check(value))
            except Invalid as error:
                if error.lines[0]["type"] in ("value_error", "assertion_error") and not error.lines[0]["loc"]:
                    error.lines[0]["input"] = value
                raise

        return validate


class BeforeValidator(_InAnnotated):
    def wrap_check(self, check):
        return lambda value: check(self.call(value))


class PlainValidator(_InAnnotated):
    def wrap_check(self, check):
        return self.call


class WrapValidator(_InAnnotated):
    def wrap_check(self, check):
        handler = catchable(check, "ValidatorCallable")
        return lambda value: self.call(value, handler)


class Tag:
    """Says by which tag a discriminator chooses this member of a union."""

    def __init__(self, tag):
        self.tag = tag


class Discriminator:
    """What chooses among a union's members: a field's name, or a function that finds the tag of a value."""

    def __init__(self, discriminator, custom_error_type=None, custom_error_message=None, custom_error_context=None):
        self.discriminator = discriminator


class SerializeAsAny:
    """The value is written as what it is, not as what its field is annotated with."""

    when_used, mode = "always", "plain"

    def __class_getitem__(cls, annotation):
        import typing

        return typing.Annotated[annotation, cls()]

    def serializer(self, value):
        return value


class SkipValidation:
    def wrap_check(self, check):
        return lambda value: value


class PlainSerializer:
    mode = "plain"

    def __init__(self, func, return_type=None, when_used="always"):
        self.serializer = func
        self.when_used = when_used


class WrapSerializer(PlainSerializer):
    mode = "wrap"
