"""Signed sessions are not run; the class says so when it is made, by name."""


class SessionMiddleware:
    def __init__(self, app, secret_key, session_cookie="session", max_age=14 * 24 * 60 * 60, path="/", same_site="lax", https_only=False,
                 domain=None):
        raise NotImplementedError("One Waiter does not run SessionMiddleware yet: a cookie with an id, and a dict by it, is the usual way")
