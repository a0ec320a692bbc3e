"""Templates of the program's own files, shown as HTML."""

from starlette.responses import HTMLResponse


class _TemplateResponse(HTMLResponse):
    def __init__(self, template, context, status_code=200, headers=None, media_type=None, background=None):
        self.template = template
        self.context = context
        super().__init__(template.render(context), status_code, headers, media_type, background)


class Jinja2Templates:
    def __init__(self, directory=None, *, context_processors=None, env=None, **env_options):
        import jinja2

        assert bool(directory) ^ bool(env), "either 'directory' or 'env' arguments must be passed"
        self.context_processors = context_processors or []
        if env is None:
            env_options.setdefault("loader", jinja2.FileSystemLoader(directory))
            env_options.setdefault("autoescape", jinja2.select_autoescape())
            env = jinja2.Environment(**env_options)
        self.env = env

        @jinja2.pass_context
        def url_for(context, name, /, **path_params):
            return context["request"].url_for(name, **path_params)

        env.globals.setdefault("url_for", url_for)

    def get_template(self, name):
        return self.env.get_template(name)

    def TemplateResponse(self, *given, **named):
        from starlette.requests import Request

        # Today (request, name, context, ...); until Starlette 0.29 (name, context with the request in it, ...).
        given = list(given)
        if given and isinstance(given[0], str):
            order = ("name", "context", "status_code", "headers", "media_type", "background")
        else:
            order = ("request", "name", "context", "status_code", "headers", "media_type", "background")
        named.update(zip(order, given))
        context = dict(named.pop("context", None) or {})
        request = named.pop("request", None)
        if request is None:
            if "request" not in context:
                raise ValueError('context must include a "request" key')
            request = context["request"]
        context.setdefault("request", request)
        for processor in self.context_processors:
            context.update(processor(request))
        return _TemplateResponse(self.get_template(named.pop("name")), context, **named)
