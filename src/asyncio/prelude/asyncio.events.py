# Which loop is the present one, and the policy that says so.

import sys
from _thread import get_ident as _get_ident
from asyncio import AbstractEventLoop, Handle, SelectorEventLoop, TimerHandle, _get_running_loop, get_running_loop


class AbstractServer:
    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    _loop_factory = SelectorEventLoop

    def __init__(self):
        self._loops = {}  # each thread's, by its number; None once it was taken back

    def get_event_loop(self):
        thread = _get_ident()
        if thread == 1 and thread not in self._loops:  # only the main thread is given one
            self.set_event_loop(self.new_event_loop())
        loop = self._loops.get(thread)
        if loop is None:
            from threading import current_thread
            raise RuntimeError(f"There is no current event loop in thread {current_thread().name!r}.")
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._loops[_get_ident()] = loop

    def new_event_loop(self):
        loop = self._loop_factory()
        if logging := sys.modules.get("logging"):
            logging.getLogger("asyncio").debug("Using selector: %s", "EpollSelector")
        return loop


BaseDefaultEventLoopPolicy.__name__ = BaseDefaultEventLoopPolicy.__qualname__ = "_UnixDefaultEventLoopPolicy"
BaseDefaultEventLoopPolicy.__module__ = "asyncio.unix_events"

_event_loop_policy = None


def get_event_loop_policy():
    global _event_loop_policy
    if _event_loop_policy is None:
        _event_loop_policy = BaseDefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    _event_loop_policy = policy


def get_event_loop():
    running = _get_running_loop()
    if running is not None:
        return running
    return get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()


def _set_running_loop(loop):
    raise NotImplementedError("One Waiter does not run asyncio._set_running_loop() yet: loop.run_until_complete() is the usual way")


def get_child_watcher():
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    return get_event_loop_policy().set_child_watcher(watcher)
