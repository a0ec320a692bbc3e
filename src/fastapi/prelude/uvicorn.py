# uvicorn.run(app) starts the simulated server. Its options are about real sockets, or about logs, and change nothing here.
import sys
import _serve

__version__ = "0.34.0"


def _resolve(app):
    """An application, or "module:attribute" (dots allowed) that names one."""
    if not isinstance(app, str):
        return app
    module_name, _, path = app.partition(":")
    if not module_name or not path:
        raise SystemExit(f'ERROR:    Error loading ASGI app. Import string "{app}" must be in format "<module>:<attribute>".')
    main = sys.modules["__main__"]
    stem = main.__file__.rpartition("/")[2].removesuffix(".py")
    if module_name in ("main", "__main__", stem):
        found = main
    else:
        import importlib

        found = importlib.import_module(module_name)
    for name in path.split("."):
        found = getattr(found, name)
    return found


class Config:
    def __init__(self, app, host="127.0.0.1", port=8000, **options):
        self.app = app
        self.host = host
        self.port = port
        for name, value in options.items():
            setattr(self, name, value)


class Server:
    def __init__(self, config):
        self.config = config
        self.started = False
        self.should_exit = False

    def run(self, sockets=None):
        _serve.run(_called(self.config))

    async def serve(self, sockets=None):
        self.started = True
        await _serve.serve(_called(self.config))


def _called(config):
    app = _resolve(config.app)
    return app() if getattr(config, "factory", False) else app


def run(app, *, host="127.0.0.1", port=8000, **options):
    Server(Config(app, host, port, **options)).run()
