# What an application offers, for the page: its endpoints in the order in which they are looked through, with what OpenAPI says
# of each. Not part of any real package.
import json
from inspect import cleandoc


def describe(app):
    found = {"title": getattr(app, "title", ""), "version": getattr(app, "version", ""), "endpoints": [], "components": {}}
    paths = {}
    if hasattr(app, "openapi"):
        # The application's own may be overridden, and may raise: then its routes are all there is.
        try:
            schema = app.openapi()
            paths = schema.get("paths", {})
            found["components"] = schema.get("components", {})
        except Exception as error:
            found["error"] = f"{type(error).__name__}: {error}"
    _walk(app.routes, "", paths, found["endpoints"])
    return json.dumps(found, default=str)


def _walk(routes, prefix, paths, found):
    for route in routes or []:
        path = prefix + getattr(route, "path_format", getattr(route, "path", ""))
        endpoint = getattr(route, "endpoint", None)
        if endpoint is None:
            _walk(getattr(route, "routes", None), path, {}, found)
            continue
        made = {"path": path, "name": getattr(route, "name", "") or "", "line": _line(endpoint)}
        methods = getattr(route, "methods", None)
        documentation = getattr(endpoint, "__doc__", None) or ""
        if methods is None and not hasattr(route, "include_in_schema"):
            found.append({**made, "method": "WS", "description": cleandoc(documentation), "parameters": _names(route, path)})
            continue
        if not getattr(route, "include_in_schema", True):
            continue
        offered = sorted(methods or {"GET"})
        for method in offered:
            if method == "HEAD" and "GET" in offered:
                continue
            operation = paths.get(path, {}).get(method.lower())
            if operation is None:
                operation = {"description": cleandoc(documentation), "parameters": _names(route, path)}
            found.append({**made, "method": method, **{name: operation[name] for name in (
                "summary", "description", "tags", "parameters", "requestBody", "deprecated") if name in operation}})


def _names(route, path):
    made = [{"name": name, "in": "path", "required": True, "schema": {}} for name in getattr(route, "param_convertors", {})]
    dependant = getattr(route, "dependant", None)
    if dependant is not None:
        for each in dependant.flat():
            for field in each.query_params:
                made.append({"name": field.alias, "in": "query", "required": bool(field.required), "schema": {}})
    return made


def _line(endpoint):
    code = getattr(getattr(endpoint, "__wrapped__", endpoint), "__code__", None)
    return getattr(code, "co_firstlineno", 0)
