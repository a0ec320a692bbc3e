"""Settings from the environment. A run has no files: one that is named is warned of, as one that is not there."""

import os as _os


class EnvironError(Exception):
    pass


class Environ:
    """The environment, in which nothing may be changed after it was read."""

    def __init__(self, environ=_os.environ):
        self._environ = environ
        self._read = set()

    def __getitem__(self, key):
        self._read.add(key)
        return self._environ[key]

    def __setitem__(self, key, value):
        if key in self._read:
            raise EnvironError(f"Attempting to set environ['{key}'], but the value has already been read.")
        self._environ[key] = value

    def __delitem__(self, key):
        if key in self._read:
            raise EnvironError(f"Attempting to delete environ['{key}'], but the value has already been read.")
        del self._environ[key]

    def __contains__(self, key):
        return key in self._environ

    def __iter__(self):
        return iter(self._environ)

    def __len__(self):
        return len(self._environ)


environ = Environ()
_UNDEFINED = object()
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class Config:
    def __init__(self, env_file=None, environ=environ, env_prefix="", encoding="utf-8"):
        self.environ = environ
        self.env_prefix = env_prefix
        self.file_values = {}
        if env_file is not None:
            import warnings

            warnings.warn(f"Config file '{env_file}' not found.")

    def __call__(self, key, cast=None, default=_UNDEFINED):
        return self.get(key, cast, default)

    def get(self, key, cast=None, default=_UNDEFINED):
        key = self.env_prefix + key
        if key in self.environ:
            return self._cast(key, self.environ[key], cast)
        if default is not _UNDEFINED:
            return self._cast(key, default, cast)
        raise KeyError(f"Config '{key}' is missing, and has no default.")

    def _cast(self, key, value, cast):
        if cast is None or value is None:
            return value
        if cast is bool and isinstance(value, str):
            value = value.lower()
            if value not in _BOOLEANS:
                raise ValueError(f"Config '{key}' has value '{value}'. Not a valid bool.")
            return _BOOLEANS[value]
        try:
            return cast(value)
        except (TypeError, ValueError):
            raise ValueError(f"Config '{key}' has value '{value}'. Not a valid {cast.__name__}.") from None
