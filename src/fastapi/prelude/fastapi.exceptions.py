"""What is raised for a client's mistake, and for the program's."""

from starlette.exceptions import HTTPException as _HTTPException, WebSocketException


class HTTPException(_HTTPException):
    """Its detail may be anything that JSON can say."""

    def __init__(self, status_code, detail=None, headers=None):
        super().__init__(status_code=status_code, detail=detail, headers=headers)


class FastAPIError(RuntimeError):
    """The program uses FastAPI wrongly."""


class DependencyScopeError(FastAPIError):
    """A dependency that lasts longer asks for one that ends earlier."""


class ValidationException(Exception):
    def __init__(self, errors):
        self._errors = errors

    def errors(self):
        return self._errors


class RequestValidationError(ValidationException):
    def __init__(self, errors, *, body=None):
        super().__init__(errors)
        self.body = body

    def __str__(self):
        return _listed(self._errors)


class WebSocketRequestValidationError(ValidationException):
    def __str__(self):
        return _listed(self._errors)


class ResponseValidationError(ValidationException):
    def __init__(self, errors, *, body=None):
        super().__init__(errors)
        self.body = body

    def __str__(self):
        return _listed(self._errors)


def _listed(errors):
    text = f"{len(errors)} validation errors:\n"
    for error in errors:
        text += f"  {error}\n"
    return text
