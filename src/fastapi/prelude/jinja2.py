"""Templates: a core of Jinja 3. What a template says is read in jinja2._syntax; here is what surrounds it."""

from markupsafe import Markup, escape

__version__ = "3.1.4"


class TemplateError(Exception):
    @property
    def message(self):
        return str(self.args[0]) if self.args else None


class TemplateNotFound(LookupError, TemplateError):
    def __init__(self, name, message=None):
        super().__init__(name)
        self.name = name
        self.templates = [name]
        self._message = name if message is None else message

    def __str__(self):
        return str(self._message)


class TemplatesNotFound(TemplateNotFound):
    def __init__(self, names=(), message=None):
        super().__init__(names[-1] if names else None, message or f"none of the templates given were found: {', '.join(map(str, names))}")
        self.templates = list(names)


class TemplateSyntaxError(TemplateError):
    def __init__(self, message, lineno, name=None, filename=None):
        super().__init__(message)
        self.lineno, self.name, self.filename = lineno, name, filename

    def __str__(self):
        return f"{self.message}\n  line {self.lineno}"


class TemplateAssertionError(TemplateSyntaxError):
    pass


class TemplateRuntimeError(TemplateError):
    pass


class UndefinedError(TemplateRuntimeError):
    pass


class Undefined:
    """A variable that nobody gave: nothing when it is shown, an error when something is wanted of it."""

    def __init__(self, hint=None, obj=None, name=None, exc=UndefinedError):
        self._undefined_hint, self._undefined_obj, self._undefined_name = hint, obj, name

    def _fail(self, *given, **named):
        if self._undefined_hint:
            raise UndefinedError(self._undefined_hint)
        if self._undefined_obj is None:
            raise UndefinedError(f"{self._undefined_name!r} is undefined")
        kind = type(self._undefined_obj)
        of = f"{kind.__name__} object" if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__} object"
        if isinstance(self._undefined_name, str):
            raise UndefinedError(f"{of!r} has no attribute {self._undefined_name!r}")
        raise UndefinedError(f"{of} has no element {self._undefined_name!r}")

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        self._fail()

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = _fail
    __mod__ = __rmod__ = __pos__ = __neg__ = __call__ = __getitem__ = __lt__ = __le__ = __gt__ = __ge__ = __int__ = __float__ = __pow__ = __rpow__ = _fail

    def __eq__(self, other):
        return type(self) is type(other)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return id(type(self))

    def __str__(self):
        return ""

    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())

    def __bool__(self):
        return False

    def __repr__(self):
        return "Undefined"


class StrictUndefined(Undefined):
    __str__ = __iter__ = __len__ = __bool__ = __eq__ = __ne__ = Undefined._fail
    __hash__ = Undefined.__hash__


class ChainableUndefined(Undefined):
    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return self

    def __getitem__(self, key):
        return self


def pass_context(function):
    function.jinja_wants_context = True
    return function


def pass_environment(function):
    raise NotImplementedError("One Waiter does not run jinja2.pass_environment yet: pass_context is the usual way")


class Namespace:
    def __init__(self, *given, **named):
        for name, value in dict(*given, **named).items():
            setattr(self, name, value)


# --- loaders ---


class BaseLoader:
    def load(self, environment, name):
        return environment._made(self.get_source(environment, name)[0], name)


class DictLoader(BaseLoader):
    def __init__(self, mapping):
        self.mapping = mapping

    def get_source(self, environment, name):
        if name not in self.mapping:
            raise TemplateNotFound(name)
        return self.mapping[name], None, lambda: True


class FunctionLoader(BaseLoader):
    def __init__(self, load_func):
        self.load_func = load_func

    def get_source(self, environment, name):
        found = self.load_func(name)
        if found is None:
            raise TemplateNotFound(name)
        return (found, None, None) if isinstance(found, str) else found


class FileSystemLoader(BaseLoader):
    """The program's own files."""

    def __init__(self, searchpath, encoding="utf-8", followlinks=False):
        self.searchpath = [str(each) for each in (searchpath if isinstance(searchpath, (list, tuple)) else [searchpath])]

    def get_source(self, environment, name):
        from _server import program_file

        if ".." not in name.split("/"):
            for folder in self.searchpath:
                path = folder.rstrip("/") + "/" + name
                found = program_file(path)
                if found is not None:
                    return found.decode(), path, lambda: True
        raise TemplateNotFound(name, f"{name!r} not found in search path{'' if len(self.searchpath) == 1 else 's'}: "
                                     f"{', '.join(repr(folder) for folder in self.searchpath)}")


class ChoiceLoader(BaseLoader):
    def __init__(self, loaders):
        self.loaders = loaders

    def get_source(self, environment, name):
        for loader in self.loaders:
            try:
                return loader.get_source(environment, name)
            except TemplateNotFound:
                pass
        raise TemplateNotFound(name)


def select_autoescape(enabled_extensions=("html", "htm", "xml"), disabled_extensions=(), default_for_string=True, default=False):
    enabled = tuple("." + each.lstrip(".").lower() for each in enabled_extensions)
    disabled = tuple("." + each.lstrip(".").lower() for each in disabled_extensions)

    def autoescape(name):
        if name is None:
            return default_for_string
        name = name.lower()
        return True if name.endswith(enabled) else False if name.endswith(disabled) else default

    return autoescape


# --- templates ---


class Environment:
    def __init__(self, *, loader=None, autoescape=False, undefined=Undefined, trim_blocks=False, lstrip_blocks=False, keep_trailing_newline=False,
                 extensions=(), auto_reload=True, cache_size=400, **options):
        if options or trim_blocks or lstrip_blocks or extensions:
            named = next(iter(options), None) or ("extensions" if extensions else "trim_blocks" if trim_blocks else "lstrip_blocks")
            raise NotImplementedError(f"One Waiter does not run jinja2.Environment({named}=...) yet: the default, with -%}} where blanks must go, is the usual way")
        from jinja2._filters import FILTERS, GLOBALS, TESTS

        self.loader, self.autoescape, self.undefined, self.keep_trailing_newline = loader, autoescape, undefined, keep_trailing_newline
        self.filters, self.tests, self.globals = dict(FILTERS), dict(TESTS), dict(GLOBALS)
        self._templates = {}

    def from_string(self, source, globals=None, template_class=None):
        return self._made(source, None)

    def _made(self, source, name):
        return Template._of(self, source, name)

    def get_template(self, name, parent=None, globals=None):
        if isinstance(name, Template):
            return name
        if self.loader is None:
            raise TypeError("no loader for this environment specified")
        if name not in self._templates:
            self._templates[name] = self.loader.load(self, name)
        return self._templates[name]

    def select_template(self, names, parent=None, globals=None):
        for name in names:
            try:
                return self.get_template(name)
            except TemplateNotFound:
                pass
        raise TemplatesNotFound(list(names))

    def get_or_select_template(self, asked):
        return self.get_template(asked) if isinstance(asked, (str, Template)) else self.select_template(asked)


class Template:
    def __new__(cls, source, autoescape=False, **options):
        return cls._of(Environment(autoescape=autoescape, **options), source, None)

    @classmethod
    def _of(cls, environment, source, name):
        from jinja2._syntax import Blocks

        made = object.__new__(cls)
        source = source.replace("\r\n", "\n")
        if source.endswith("\n") and not environment.keep_trailing_newline:
            source = source[:-1]
        made.environment, made.name, made.filename = environment, name, name
        made.parsed = Blocks(environment, source, name)
        return made

    def _escapes(self):
        chosen = self.environment.autoescape
        return bool(chosen(self.name) if callable(chosen) else chosen)

    def render(self, *given, **named):
        parts = []
        self.write_into(dict(*given, **named), parts.append)
        return "".join(parts)

    async def render_async(self, *given, **named):
        return self.render(*given, **named)

    def generate(self, *given, **named):
        yield self.render(*given, **named)

    def write_into(self, variables, write):
        from jinja2._syntax import Names

        rendering = _Rendering(self.environment, self._escapes())
        template, names = self, Names(rendering, dict(variables))
        while True:
            parsed = template.parsed
            for name, body in parsed.blocks.items():
                rendering.blocks.setdefault(name, []).append(body)
            if parsed.parent is None:
                break
            for step in parsed.body:  # what it sets is seen by the blocks; what it shows is not
                step(names, _Nowhere(rendering))
            template = self.environment.get_or_select_template(parsed.parent(names))
        for step in template.parsed.body:
            step(names, write)

    def __repr__(self):
        return f"<Template {repr(self.name) if self.name else 'memory:0'}>"


class _Nowhere:
    def __init__(self, rendering):
        self.rendering = rendering

    def __call__(self, text):
        pass


class _Rendering:
    def __init__(self, environment, escapes):
        self.environment, self.escapes, self.blocks, self.depth = environment, escapes, {}, 0

    def shown(self, value):
        return str(escape(value)) if self.escapes else str(value)

    def captured(self, body, names):
        parts = []
        for step in body:
            step(names, parts.append)
        return Markup("".join(parts)) if self.escapes else "".join(parts)

    def write_block(self, name, level, names, write):
        if isinstance(write, _Nowhere):
            return
        bodies = self.blocks[name]

        def above():
            if level + 1 >= len(bodies):
                raise UndefinedError(f"there is no parent block called {name!r}.")
            parts = []
            self.write_block(name, level + 1, names, parts.append)
            return Markup("".join(parts)) if self.escapes else "".join(parts)

        # A block sees the template's variables, not those of a loop around it.
        outermost = names
        while outermost.around is not None:
            outermost = outermost.around
        inner = outermost.inner({"super": above})
        for step in bodies[level]:
            step(inner, write)


def __getattr__(name):
    if name in ("PackageLoader", "ModuleLoader", "PrefixLoader"):
        raise NotImplementedError(f"One Waiter does not run jinja2.{name} yet: FileSystemLoader is the usual way")
    raise AttributeError(f"module 'jinja2' has no attribute {name!r}")
