"""The pool of worker threads, and context managers that run in it."""

from starlette.concurrency import iterate_in_threadpool, run_in_threadpool, run_until_first_complete


class contextmanager_in_threadpool:
    """A plain context manager as an asynchronous one: its two ends run in worker threads."""

    def __init__(self, manager):
        self.manager = manager

    async def __aenter__(self):
        return await run_in_threadpool(self.manager.__enter__)

    async def __aexit__(self, type, error, traceback):
        found = await run_in_threadpool(self.manager.__exit__, type, error, traceback)
        return bool(found) if error is not None else None
