"""What validation found wrong: line errors in pydantic 2's form, and the exception that holds them.

A line error is a dict: type, loc (a tuple), msg, input, and ctx where the type has one. Validators raise Invalid with their line
errors; whoever holds them puts its own place in front (`within`)."""

__all__ = ["Invalid", "ValidationError", "PydanticUserError", "invalid", "within"]

DOCUMENTATION = "https://errors.pydantic.dev/2.11/v/"


class Invalid(Exception):
    """Raised inside validation only; `lines` are the line errors."""

    def __init__(self, lines):
        self.lines = lines


def invalid(type, message, value, ctx=None):
    line = {"type": type, "loc": (), "msg": message, "input": value}
    if ctx is not None:
        line["ctx"] = ctx
    return Invalid([line])


def within(place, lines):
    for line in lines:
        line["loc"] = (place,) + line["loc"]
    return lines


class PydanticUserError(RuntimeError):
    def __init__(self, message, *, code=None):
        super().__init__(message)
        self.message = message
        self.code = code


class PydanticUndefinedAnnotation(NameError):
    def __init__(self, name, message):
        super().__init__(message)
        self.name = name
        self.message = message


class ArgsKwargs:
    """The arguments of a call, as a line error shows them."""

    def __init__(self, args, kwargs=None):
        self.args = args
        self.kwargs = kwargs

    def __repr__(self):
        return f"ArgsKwargs({self.args!r}, {self.kwargs!r})" if self.kwargs else f"ArgsKwargs({self.args!r})"


class ValidationError(ValueError):
    def __init__(self, title, lines):
        super().__init__()
        self.title = title
        self._lines = lines

    @classmethod
    def from_exception_data(cls, title, line_errors, input_type="python", hide_input=False):
        lines = []
        for each in line_errors:
            line = {"type": each["type"], "loc": tuple(each.get("loc", ())), "msg": each.get("msg", each["type"]), "input": each.get("input")}
            if "ctx" in each:
                line["ctx"] = each["ctx"]
            lines.append(line)
        return cls(title, lines)

    def errors(self, *, include_url=True, include_context=True, include_input=True):
        found = []
        for line in self._lines:
            one = {"type": line["type"], "loc": line["loc"], "msg": line["msg"]}
            if include_input:
                one["input"] = line["input"]
            if include_context and "ctx" in line:
                one["ctx"] = line["ctx"]
            if include_url:
                one["url"] = DOCUMENTATION + line["type"]
            found.append(one)
        return found

    def error_count(self):
        return len(self._lines)

    def json(self, *, indent=None, include_url=True, include_context=True, include_input=True):
        import json

        from pydantic._serialize import to_jsonable

        plain = to_jsonable(self.errors(include_url=include_url, include_context=include_context, include_input=include_input))
        if indent is None:
            return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
        return json.dumps(plain, ensure_ascii=False, indent=indent)

    def __str__(self):
        count = len(self._lines)
        text = [f"{count} validation error{'' if count == 1 else 's'} for {self.title}"]
        for line in self._lines:
            place = ".".join(str(each) for each in line["loc"])
            if place:
                text.append(place)
            value = repr(line["input"])
            if len(value) > 50:
                value = value[:25] + "..." + value[-24:]
            text.append(f"  {line['msg']} [type={line['type']}, input_value={value}, input_type={type(line['input']).__name__}]")
            text.append(f"    For further information visit {DOCUMENTATION}{line['type']}")
        return "\n".join(text)

    __repr__ = __str__
