"""Templates are not run; the class says so when it is made, by name."""


class Jinja2Templates:
    def __init__(self, directory=None, *, context_processors=None, env=None, **options):
        raise NotImplementedError("One Waiter does not run Jinja2Templates yet: HTMLResponse with an f-string is the usual way")
