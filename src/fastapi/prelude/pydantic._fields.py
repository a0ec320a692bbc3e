"""What is known of one field of a model, or of one parameter of a path operation."""


from _prelude import parameters as _parameters

from pydantic._annotations import resolved, typing as _typing
from pydantic._schema import CONSTRAINT_NAMES, MISSING, with_metadata

__all__ = ["FieldInfo", "Field", "PrivateAttr"]


class FieldInfo:
    """What is known of one field: its annotation, default, aliases, constraints. fastapi's parameters derive from it."""

    def __init__(self, default=MISSING, *, default_factory=None, alias=None, validation_alias=None, serialization_alias=None, title=None,
                 description=None, examples=None, exclude=None, discriminator=None, deprecated=None, json_schema_extra=None, frozen=None,
                 validate_default=None, repr=True, init=None, init_var=None, kw_only=None, pattern=None, regex=None, strict=None, gt=None,
                 ge=None, lt=None, le=None, multiple_of=None, allow_inf_nan=None, max_digits=None, decimal_places=None, min_length=None,
                 max_length=None, min_items=None, max_items=None, annotation=None, union_mode=None, **extra):
        self.default = MISSING if default is Ellipsis else default
        self.default_factory = default_factory
        if default_factory is not None and self.default is not MISSING:
            raise TypeError("cannot specify both default and default_factory")
        self.alias = alias
        self.validation_alias = validation_alias if validation_alias is not None else alias
        self.serialization_alias = serialization_alias if serialization_alias is not None else alias
        self.title = title
        self.description = description
        self.examples = examples
        self.exclude = exclude
        self.discriminator = discriminator
        self.deprecated = deprecated
        self.json_schema_extra = json_schema_extra
        self.frozen = frozen
        self.validate_default = validate_default
        self.repr = repr
        self.pattern = pattern if pattern is not None else regex
        self.strict = strict
        self.gt, self.ge, self.lt, self.le, self.multiple_of = gt, ge, lt, le, multiple_of
        self.allow_inf_nan = allow_inf_nan
        self.max_digits, self.decimal_places = max_digits, decimal_places
        self.min_length = min_length if min_length is not None else min_items
        self.max_length = max_length if max_length is not None else max_items
        self.annotation = annotation
        self.metadata = []
        self.extra = extra

    def is_required(self):
        return self.default is MISSING and self.default_factory is None

    def get_default(self, *, call_default_factory=False, validated_data=None):
        if self.default_factory is not None:
            return made_by(self.default_factory, validated_data) if call_default_factory else None
        return own_copy(self.default)

    def __repr__(self):
        parts = [f"annotation={_annotation_text(self.annotation)}", f"required={self.is_required()}"]
        if self.default_factory is not None:
            parts.append(f"default_factory={self.default_factory.__name__}")
        elif self.default is not MISSING:
            parts.append(f"default={self.default!r}")
        for name in ("alias", "title", "description"):
            if getattr(self, name) is not None:
                parts.append(f"{name}={getattr(self, name)!r}")
        return f"FieldInfo({', '.join(parts)})"


def _annotation_text(annotation):
    return annotation.__name__ if isinstance(annotation, type) else str(annotation)


def Field(default=MISSING, **said):
    return FieldInfo(default, **said)


class PrivateAttr:
    def __init__(self, default=MISSING, *, default_factory=None, init=None):
        self.default = default
        self.default_factory = default_factory


def made_by(factory, data):
    """A factory with one parameter is given the fields before."""
    try:
        _, _, positional, keyword, flags = _parameters(factory)
    except TypeError:  # a class, or a function of the engine's
        return factory()
    if (positional, keyword, flags & 3) == (1, 0, 0) and not factory.__defaults__:
        return factory({} if data is None else data)
    return factory()


def own_copy(value):
    """A mutable default is every instance's own."""
    if isinstance(value, (list, dict, set)) or hasattr(value, "model_copy"):
        import copy

        return copy.deepcopy(value)
    return value


def field_of(annotation, default):
    """The FieldInfo of `name: annotation = default`."""
    metadata = []
    if _typing.get_origin(annotation) is _typing.Annotated:
        annotation, *metadata = _typing.get_args(annotation)
    info = default if isinstance(default, FieldInfo) else None
    for each in metadata:
        if isinstance(each, FieldInfo):
            if info is None:
                info = merged(each)
            else:
                info = merged(each, info)
    if info is not None and info is default and info.annotation is not None:
        info = merged(info)  # one Field() given to two fields
    if info is None:
        info = FieldInfo(default)
    elif not isinstance(default, FieldInfo) and default is not MISSING:
        info.default = default
    info.annotation = annotation
    info.metadata = metadata
    return info


def complete(info, cls):
    """Looks up what the annotation names by a text, now that it can be defined."""
    before = info.metadata
    made = field_of(resolved(info.annotation, cls), info)
    info.__dict__ = made.__dict__
    info.metadata = before + made.metadata


def merged(base, over=None, keep=None):
    """`base` with what `over` says as well; of the class `keep`, or of its own."""
    made = FieldInfo.__new__(keep or type(base))
    said = dict(keep().__dict__) if keep is not None and not isinstance(base, keep) else {}
    said.update(base.__dict__)
    if over is not None:
        for name, value in over.__dict__.items():
            if value is not None and value is not MISSING:
                said[name] = value
    made.__dict__ = said
    return made


def check_of(info, annotation=None, first=()):
    """`first`: rules that act before those of the field."""
    annotation = info.annotation if annotation is None else annotation
    return with_metadata(annotation, [*first, *info.metadata, _said_elsewhere(info)])


_RULES = CONSTRAINT_NAMES + ("discriminator",)


def _said_elsewhere(info):
    """What `info` says that no Field() among its metadata does: rules act where they stand, those of the default last."""
    placed = [each for each in info.metadata if isinstance(each, FieldInfo)]
    if not placed:
        return info
    rest = FieldInfo()
    for name in _RULES:
        value = getattr(info, name, None)
        if value is not None and not any(getattr(each, name, None) == value for each in placed):
            setattr(rest, name, value)
    return rest
