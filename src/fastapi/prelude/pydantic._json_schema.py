"""JSON Schema (2020-12) of models and annotations, as pydantic 2 writes it."""

import sys as _sys
import typing as _typing

from pydantic._model import complete_fields
from pydantic._schema import MISSING, is_model_class
from pydantic._serialize import to_jsonable

_SCALARS = {int: {"type": "integer"}, float: {"type": "number"}, bool: {"type": "boolean"}, str: {"type": "string"},
            bytes: {"type": "string", "format": "binary"}, type(None): {"type": "null"}, dict: {"type": "object"},
            list: {"type": "array", "items": {}}, tuple: {"type": "array", "items": {}},
            set: {"type": "array", "items": {}, "uniqueItems": True}, frozenset: {"type": "array", "items": {}, "uniqueItems": True}}
_FORMATS = {("datetime", "datetime"): "date-time", ("datetime", "date"): "date", ("datetime", "time"): "time", ("datetime", "timedelta"): "duration",
            ("uuid", "UUID"): "uuid", ("pathlib", "Path"): "path"}
_WORDS = (("gt", "exclusiveMinimum"), ("ge", "minimum"), ("lt", "exclusiveMaximum"), ("le", "maximum"), ("multiple_of", "multipleOf"))


class Definitions:
    """The models and enumerations that were met, each described once."""

    def __init__(self, ref_template="#/$defs/{model}", by_alias=True, mode="validation", null_defaults=True):
        self.ref_template = ref_template
        self.null_defaults = null_defaults  # whether a default of None is written
        self.by_alias = by_alias
        self.mode = mode
        self.found = {}
        self.names = {}

    def reference(self, cls, make):
        if cls not in self.names:
            name = cls.__name__.replace("[", "_").replace("]", "_").replace(", ", "_")
            self.names[cls] = name
            self.found[name] = None
            self.found[name] = make()
        return {"$ref": self.ref_template.format(model=self.names[cls])}


def schema_of_model(cls, by_alias=True, ref_template="#/$defs/{model}", mode="validation"):
    definitions = Definitions(ref_template, by_alias, mode)
    definitions.reference(cls, lambda: model_schema(cls, definitions))
    made = definitions.found.pop(definitions.names[cls])
    if _mentions([made, definitions.found], definitions.ref_template.format(model=cls.__name__)):
        definitions.found[cls.__name__] = made
        made = {"$ref": definitions.ref_template.format(model=cls.__name__)}
    if definitions.found:
        made = {"$defs": definitions.found, **made}
    return _sorted(made)


def _sorted(value, is_properties=False):
    """By name, as pydantic's own schemas are; a model's properties keep their order."""
    if isinstance(value, dict):
        names = list(value) if is_properties else sorted(value)
        return {name: value[name] if name in ("default", "examples", "enum") and not is_properties else _sorted(value[name], name == "properties")
                for name in names}
    return [_sorted(each) for each in value] if isinstance(value, list) else value


def _mentions(value, reference):
    if isinstance(value, dict):
        return value.get("$ref") == reference or any(_mentions(each, reference) for each in value.values())
    return isinstance(value, list) and any(_mentions(each, reference) for each in value)


def schema_of_type(annotation):
    definitions = Definitions()
    made = schema_of(annotation, definitions)
    if definitions.found:
        made = {"$defs": definitions.found, **made}
    return _sorted(made)


def title_of(name):
    return " ".join(part[:1].upper() + part[1:] for part in name.replace("_", " ").split())


def model_schema(cls, definitions):
    complete_fields(cls)
    if cls.__pydantic_is_root__:
        return {**schema_of(cls.model_fields["root"].annotation, definitions), "title": cls.__name__}
    properties, required = {}, []
    for name, info in cls.model_fields.items():
        key = name
        if definitions.by_alias:
            key = (info.validation_alias if definitions.mode == "validation" else info.serialization_alias) or name
        made = properties[key] = field_schema(info, title_of(name), definitions)
        if not info.title and _is_one_or_null(made):
            made.pop("title", None)
        if info.is_required():
            required.append(key)
    if definitions.mode == "serialization":
        for name, said in cls.model_computed_fields.items():
            properties[name] = {"readOnly": True, "title": said["title"] or title_of(name), **schema_of(said["return_type"] or _typing.Any, definitions)}
            required.append(name)
    made = {"properties": properties, "type": "object"}
    config = cls.model_config
    if config.get("extra") == "forbid":
        made["additionalProperties"] = False
    elif config.get("extra") == "allow":
        made["additionalProperties"] = True
    if required:
        made["required"] = required
    made["title"] = config.get("title") or cls.__name__
    documentation = cls.__dict__.get("__doc__")
    if documentation:
        from inspect import cleandoc

        made["description"] = cleandoc(documentation)
    more = config.get("json_schema_extra")
    if isinstance(more, dict):
        made.update(more)
    elif callable(more):
        more(made)
    return made


def _is_one_or_null(made):
    """Whether it is a model or null: the model has a title of its own."""
    members = made.get("anyOf", ())
    return len(members) == 2 and any("$ref" in each for each in members) and {"type": "null"} in members


def constraints_of(rules, base):
    found = {}
    for name, word in _WORDS:
        limit = getattr(rules, name, None)
        if limit is not None:
            found[word] = limit
    least, most = getattr(rules, "min_length", None), getattr(rules, "max_length", None)
    kind = base.get("type")
    words = ("minItems", "maxItems") if kind == "array" else ("minProperties", "maxProperties") if kind == "object" else ("minLength", "maxLength")
    if least is not None:
        found[words[0]] = least
    if most is not None:
        found[words[1]] = most
    pattern = getattr(rules, "pattern", None)
    if pattern is not None:
        found["pattern"] = getattr(pattern, "pattern", pattern)
    return found


def field_schema(info, title, definitions):
    made = schema_of(info.annotation, definitions)
    for rules in [each for each in info.metadata if each is not info] + [info]:
        made = _constrained(made, rules)
    if "$ref" in made:
        said = {}
    else:
        said = {"title": info.title or title}
    if info.title:
        said["title"] = info.title
    if info.description:
        said["description"] = info.description
    if info.examples:
        said["examples"] = to_jsonable(info.examples)
    if info.deprecated:
        said["deprecated"] = True
    if info.default is not MISSING and info.default_factory is None and (info.default is not None or definitions.null_defaults):
        try:
            said["default"] = to_jsonable(info.default)
        except ValueError:
            pass
    if isinstance(info.json_schema_extra, dict):
        said.update(info.json_schema_extra)
    return {**made, **said}


def _constrained(made, rules):
    if "anyOf" in made:
        return {**made, "anyOf": [each if each.get("type") == "null" or "$ref" in each else {**each, **constraints_of(rules, each)}
                                  for each in made["anyOf"]]}
    return {**made, **constraints_of(rules, made)}


def schema_of(annotation, definitions):
    if annotation is _typing.Any or annotation is None or annotation is object:
        return {} if annotation is not None else {"type": "null"}
    if not isinstance(annotation, list) and annotation in _SCALARS:
        return dict(_SCALARS[annotation])
    origin, args = _typing.get_origin(annotation), _typing.get_args(annotation)
    if origin is _typing.Annotated:
        made = schema_of(args[0], definitions)
        for rules in args[1:]:
            made = _constrained(made, rules)
            if getattr(rules, "description", None):
                made["description"] = rules.description
        return made
    if origin is _typing.Union or type(annotation).__name__ == "UnionType":
        return {"anyOf": [schema_of(each, definitions) for each in args]}
    if origin is _typing.Literal:
        made = {"const": args[0]} if len(args) == 1 else {"enum": list(args)}
        kinds = {type(each) for each in args}
        if len(kinds) == 1 and (kind := kinds.pop()) in _SCALARS:
            made["type"] = _SCALARS[kind]["type"]
        return made
    if origin is dict or getattr(origin, "__name__", "") in ("Mapping", "MutableMapping", "defaultdict", "OrderedDict"):
        made = {"type": "object"}
        if len(args) == 2 and args[1] is not _typing.Any:
            made = {"additionalProperties": schema_of(args[1], definitions), "type": "object"}
        elif args:
            made = {"additionalProperties": True, "type": "object"}
        return made
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            return {"items": schema_of(args[0], definitions), "type": "array"}
        return {"maxItems": len(args), "minItems": len(args), "prefixItems": [schema_of(each, definitions) for each in args], "type": "array"}
    if origin in (list, set, frozenset) or getattr(origin, "__name__", "") in ("Sequence", "Iterable", "deque", "MutableSequence", "Collection"):
        made = {"items": schema_of(args[0], definitions) if args else {}, "type": "array"}
        if origin in (set, frozenset):
            made["uniqueItems"] = True
        return made
    if isinstance(annotation, type):
        return _class_schema(annotation, definitions)
    if isinstance(annotation, _typing.TypeVar) or not isinstance(origin, type):
        return {}
    return _class_schema(origin, definitions)


def _class_schema(cls, definitions):
    if is_model_class(cls):
        return definitions.reference(cls, lambda: model_schema(cls, definitions))
    said = getattr(cls, "__pydantic_format__", None)
    if said is not None:
        made = {"format": said[1], "type": said[0]}
        if said[1] == "uri":
            made = {"format": "uri", "minLength": 1, "type": "string"}
        if said[1] == "password":
            made["writeOnly"] = True
        return made
    enum = _sys.modules.get("enum")
    if enum is not None and issubclass(cls, enum.Enum):
        return definitions.reference(cls, lambda: _enum_schema(cls))
    known = _FORMATS.get((cls.__module__, cls.__name__))
    if known is not None:
        return {"format": known, "type": "string"}
    if cls.__name__ == "Decimal":
        return {"anyOf": [{"type": "number"}, {"type": "string"}]}
    if cls.__name__ == "UploadFile":
        return {"type": "string", "format": "binary"}
    fields = getattr(cls, "__dataclass_fields__", None)
    if fields is not None:
        return definitions.reference(cls, lambda: _dataclass_schema(cls, definitions))
    if hasattr(cls, "__required_keys__"):
        hints = _typing.get_type_hints(cls)
        return definitions.reference(cls, lambda: {
            "properties": {name: {**schema_of(hint, definitions), "title": title_of(name)} for name, hint in hints.items()},
            "required": [name for name in hints if name in cls.__required_keys__], "title": cls.__name__, "type": "object"})
    for base in (str, int, float):
        if issubclass(cls, base):
            return dict(_SCALARS[base])
    return {}


def _enum_schema(cls):
    values = [member.value for member in cls]
    made = {"enum": values, "title": cls.__name__}
    kinds = {type(each) for each in values}
    if len(kinds) == 1 and (kind := kinds.pop()) in _SCALARS:
        made["type"] = _SCALARS[kind]["type"]
    return made


def _dataclass_schema(cls, definitions):
    import dataclasses

    behind = cls.__dict__.get("__pydantic_behind__")
    if behind is not None:
        return model_schema(behind, definitions)
    hints = _typing.get_type_hints(cls, include_extras=True)
    properties, required = {}, []
    for field in dataclasses.fields(cls):
        made = schema_of(hints[field.name], definitions)
        if "$ref" not in made:
            made["title"] = title_of(field.name)
        if field.default is not dataclasses.MISSING:
            made["default"] = to_jsonable(field.default)
        elif field.default_factory is dataclasses.MISSING:
            required.append(field.name)
        properties[field.name] = made
    made = {"properties": properties, "title": cls.__name__, "type": "object"}
    if required:
        made["required"] = required
    return made
