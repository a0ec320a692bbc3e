"""Pydantic 2's names. Each is imported from its module when it is first asked for, so that a program pays for what it uses."""

__version__ = "2.11.7"
VERSION = __version__

_HOMES = {
    "pydantic._model": "BaseModel ValidationInfo",
    "pydantic._fields": "Field PrivateAttr",
    "pydantic._errors": "ValidationError PydanticUserError PydanticUndefinedAnnotation",
    "pydantic._call": "validate_call",
    "pydantic._adapter": "RootModel TypeAdapter create_model",
    "pydantic._functional": "AfterValidator BeforeValidator PlainSerializer PlainValidator PydanticCustomError SkipValidation WrapSerializer "
                            "WrapValidator computed_field field_serializer field_validator model_serializer model_validator root_validator "
                            "validator ConfigDict FieldSerializationInfo FieldValidationInfo SerializationInfo ValidatorFunctionWrapHandler "
                            "SerializerFunctionWrapHandler Tag Discriminator SerializeAsAny",
    "pydantic._types": "AliasChoices AliasPath AnyHttpUrl AnyUrl AwareDatetime BaseConfig Base64Str ByteSize EmailStr Extra FilePath FiniteFloat "
                       "FutureDate FutureDatetime HttpUrl IPvAnyAddress Json NaiveDatetime NameEmail NegativeFloat NegativeInt NonNegativeFloat "
                       "NonNegativeInt NonPositiveFloat NonPositiveInt PastDate PastDatetime PositiveFloat PositiveInt SecretStr StrictBool "
                       "StrictBytes StrictFloat StrictInt StrictStr StringConstraints UUID1 UUID3 UUID4 UUID5 conint confloat conlist conset "
                       "constr conbytes condate InstanceOf ImportString SecretBytes",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name):
    home = _HOME_OF.get(name)
    if home is None:
        if name == "JsonValue":
            from typing import Any

            return Any
        if name == "Strict":
            home = "pydantic._schema"
        elif name in ("fields", "types", "networks", "functional_validators", "functional_serializers", "dataclasses", "errors", "config", "main", "v1"):
            import importlib

            return importlib.import_module("pydantic." + name)
        elif name == "BaseSettings":
            raise NotImplementedError("One Waiter does not run pydantic.BaseSettings yet: a BaseModel with defaults is the usual way")
        else:
            raise AttributeError(f"module 'pydantic' has no attribute {name!r}")
    import importlib

    value = globals()[name] = getattr(importlib.import_module(home), name)
    return value
