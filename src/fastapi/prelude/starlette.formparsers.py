"""Forms: URL-encoded ones and multipart (RFC 7578)."""

from starlette._text import parse_query
from starlette.datastructures import FormData, Headers, UploadFile


class FormParserError(Exception):
    pass


class MultiPartException(Exception):
    def __init__(self, message):
        self.message = message


async def read_form(request):
    kind, options = parse_options(request.headers.get("content-type", ""))
    if kind == "multipart/form-data":
        try:
            if "boundary" not in options:
                raise MultiPartException("Missing boundary in multipart.")
            return FormData(parse_multipart(await request.body(), options["boundary"], options.get("charset", "utf-8")))
        except MultiPartException as error:
            if "app" in request.scope:
                from starlette.exceptions import HTTPException

                raise HTTPException(status_code=400, detail=error.message)
            raise
    if kind == "application/x-www-form-urlencoded":
        text = (await request.body()).decode("latin-1")
        whole, _, last = text.rpartition("&")
        return FormData(parse_query(text if "=" in last else whole))  # a last name without a value never ends, for the usual parser
    return FormData()


def parse_options(header):
    """("form-data", {"name": "x"}) of `form-data; name="x"`; a semicolon within quotes does not end a part."""
    parts, part, quoted = [], "", False
    at = 0
    while at < len(header):
        character = header[at]
        if character == "\\" and quoted and at + 1 < len(header):
            part += header[at : at + 2]
            at += 2
            continue
        if character == '"':
            quoted = not quoted
        if character == ";" and not quoted:
            parts.append(part)
            part = ""
        else:
            part += character
        at += 1
    parts.append(part)
    options = {}
    for each in parts[1:]:
        name, equals, value = each.strip().partition("=")
        if equals:
            if len(value) > 1 and value[0] == '"' and value[-1] == '"':
                value = value[1:-1].replace('\\"', '"').replace("\\\\", "\\")
            options[name.strip().lower()] = value
    return parts[0].strip().lower(), options


def parse_multipart(body, boundary, charset):
    import io

    mark = b"--" + boundary.encode("latin-1")
    found = []
    at = body.find(mark)
    if at < 0:
        if body:
            raise FormParserError("Did not find boundary character at index 0")
        return found
    at += len(mark)
    while body[at : at + 2] != b"--":
        if body[at : at + 2] != b"\r\n" and at < len(body):
            raise FormParserError(f"Did not find CR at the end of the boundary ({at})")
        end_of_head = body.find(b"\r\n\r\n", at)
        end = body.find(b"\r\n" + mark, at)
        if end_of_head < 0 or end < 0:
            break
        headers = []
        for line in body[at:end_of_head].split(b"\r\n"):
            name, colon, value = line.partition(b":")
            if colon:
                headers.append((name.strip().lower(), value.strip()))
        content = body[end_of_head + 4 : end]
        disposition = dict(headers).get(b"content-disposition", b"").decode(charset, "replace")
        _, options = parse_options(disposition)
        if "name" not in options:
            raise MultiPartException('The Content-Disposition header field "name" must be provided.')
        if "filename" in options:
            value = UploadFile(io.BytesIO(content), size=len(content), filename=options["filename"], headers=Headers(raw=headers))
        else:
            value = content.decode(charset, "replace")
        found.append((options["name"], value))
        at = end + 2 + len(mark)
    return found
