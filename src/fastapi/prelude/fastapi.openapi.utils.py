"""OpenAPI 3.1: what the application's paths take and give back."""

from fastapi.params import Form
from fastapi.routing import APIRoute, _said
from pydantic._json_schema import Definitions, field_schema, schema_of, title_of
from starlette._phrases import _PHRASES

_VALIDATION_ERROR = {
    "properties": {"loc": {"items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}, "type": "array", "title": "Location"},
                   "msg": {"type": "string", "title": "Message"}, "type": {"type": "string", "title": "Error Type"}},
    "type": "object", "required": ["loc", "msg", "type"], "title": "ValidationError"}
_HTTP_VALIDATION_ERROR = {
    "properties": {"detail": {"items": {"$ref": "#/components/schemas/ValidationError"}, "type": "array", "title": "Detail"}},
    "type": "object", "title": "HTTPValidationError"}
_RANGES = {"1XX": "Information", "2XX": "Success", "3XX": "Redirection", "4XX": "Client Error", "5XX": "Server Error", "DEFAULT": "Default Response"}


def get_openapi(*, title, version, openapi_version="3.1.0", summary=None, description=None, routes, webhooks=None, tags=None, servers=None,
                terms_of_service=None, contact=None, license_info=None, separate_input_output_schemas=True, external_docs=None):
    info = {"title": title, "version": version}
    for name, value in (("summary", summary), ("description", description), ("termsOfService", terms_of_service), ("contact", contact),
                        ("license", license_info)):
        if value:
            info[name] = value
    made = {"openapi": openapi_version, "info": info}
    if servers:
        made["servers"] = servers
    definitions = Definitions("#/components/schemas/{model}", null_defaults=False)
    paths, schemes = {}, {}
    for route in routes or []:
        if isinstance(route, APIRoute) and route.include_in_schema:
            for method in sorted(route.methods):
                paths.setdefault(route.path_format, {})[method.lower()] = _operation(route, method, definitions, schemes)
    components = {}
    if definitions.found:
        components["schemas"] = dict(sorted(definitions.found.items()))
    if schemes:
        components["securitySchemes"] = schemes
    made["paths"] = _with_float_limits(paths)
    if components:
        made["components"] = _with_float_limits(components)
    if tags:
        made["tags"] = tags
    return made


_LIMITS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_OF_THE_PROGRAM = ("default", "example", "examples", "enum", "const")


def _with_float_limits(value):
    """FastAPI's own models of a schema have floats for its limits."""
    if isinstance(value, list):
        return [_with_float_limits(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {key: float(each) if key in _LIMITS and type(each) is int else each if key in _OF_THE_PROGRAM else _with_float_limits(each)
            for key, each in value.items()}


def _operation(route, method, definitions, schemes):
    made = {}
    if route.tags:
        made["tags"] = route.tags
    made["summary"] = route.summary or route.name.replace("_", " ").title()
    described = route.description or _documentation(route.endpoint)
    if described:
        made["description"] = described
    made["operationId"] = route.unique_id
    if route.deprecated:
        made["deprecated"] = True
    every = route.dependant.flat()
    security = []
    for each in every:
        scheme = getattr(each.call, "scheme", None)
        if isinstance(scheme, dict) and hasattr(each.call, "scheme_name"):
            schemes[each.call.scheme_name] = scheme
            one = {each.call.scheme_name: each.security_scopes if scheme["type"] == "oauth2" else []}
            if one not in security:
                security.append(one)
    if security:
        made["security"] = security
    parameters, seen = [], set()
    for kind in ("path_params", "query_params", "header_params", "cookie_params"):
        for each in every:
            for field in getattr(each, kind):
                if field.info.include_in_schema and field.loc not in seen:
                    seen.add(field.loc)
                    parameters.extend(_parameters(field, definitions))
    if parameters:
        made["parameters"] = parameters
    fields = [field for each in every for field in each.body_params]
    if fields and method in ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"):
        made["requestBody"] = _body(route, fields, definitions)
    made["responses"] = _responses(route, definitions)
    if parameters or fields:
        made["responses"].setdefault("422", {"description": "Validation Error", "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/HTTPValidationError"}}}})
        definitions.found.setdefault("ValidationError", _VALIDATION_ERROR)
        definitions.found.setdefault("HTTPValidationError", _HTTP_VALIDATION_ERROR)
    if route.openapi_extra:
        made.update(route.openapi_extra)
    return made


def _documentation(endpoint):
    from inspect import cleandoc

    text = getattr(endpoint, "__doc__", None)
    return cleandoc(text).split("\f")[0].strip() if text else ""


def _parameters(field, definitions):
    if field.model is not None:
        found = []
        for (asked, _, _, info), name in zip(field.model, field.annotation.model_fields):
            found.append(_parameter(asked, field.location, info.is_required(), info, field_schema(info, title_of(name), definitions)))
        return found
    schema = field_schema(field.info, title_of(field.alias.replace("-", "_")), definitions)
    return [_parameter(field.alias, field.location, field.required, field.info, schema)]


def _parameter(name, location, required, info, schema):
    made = {"name": name, "in": location, "required": required, "schema": schema}
    if info.description:
        made["description"] = info.description
    if info.examples:
        schema["examples"] = info.examples
    if info.deprecated:
        made["deprecated"] = True
    return made


def _body(route, fields, definitions):
    first = fields[0]
    kinds = [field.info.media_type for field in fields if isinstance(field.info, Form)]
    media_type = "multipart/form-data" if "multipart/form-data" in kinds else kinds[0] if kinds else first.info.media_type
    alone = len({field.alias for field in fields}) == 1 and not first.info.embed and not (isinstance(first.info, Form) and first.model is None)
    if alone:
        schema = field_schema(first.info, title_of(first.alias), definitions)
        required = first.required
    else:
        name = "Body_" + route.unique_id
        properties, needed = {}, []
        for field in fields:
            properties[field.alias] = field_schema(field.info, title_of(field.alias), definitions)
            if field.required and field.alias not in needed:
                needed.append(field.alias)
        body = {"properties": properties, "type": "object"}
        if needed:
            body["required"] = needed
        body["title"] = name
        definitions.found[name] = body
        schema = {"$ref": f"#/components/schemas/{name}"}
        required = bool(needed)
    made = {"content": {media_type: {"schema": schema}}}
    if required:
        made = {"required": True, **made}
    return made


def _responses(route, definitions):
    status = str(route.status_code) if route.status_code is not None else "200"
    answer = {"description": route.response_description}
    cls = _said(route.response_class)
    kind = getattr(cls, "media_type", None)
    if kind and status not in ("204", "304"):
        schema = {}
        if kind == "application/json":
            if route.response_model is not None:
                schema = schema_of(route.response_model, definitions)
                if "$ref" not in schema:
                    schema["title"] = "Response " + title_of(route.unique_id)
        else:
            schema = {"type": "string"}
        answer["content"] = {kind: {"schema": schema}}
    found = {status: answer}
    for code, said in route.responses.items():
        code = str(code)
        one = {name: value for name, value in said.items() if name != "model"}
        if said.get("model") is not None:
            one.setdefault("content", {}).setdefault("application/json", {})["schema"] = schema_of(said["model"], definitions)
        one.setdefault("description", _RANGES.get(code.upper()) or _PHRASES.get(int(code) if code.isdigit() else 0) or "Additional Response")
        found[code] = {**found.get(code, {}), **one}
    return found
