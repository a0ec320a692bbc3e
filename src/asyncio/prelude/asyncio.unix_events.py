from asyncio import SelectorEventLoop
from asyncio.events import BaseDefaultEventLoopPolicy as DefaultEventLoopPolicy

_UnixSelectorEventLoop = SelectorEventLoop
_UnixDefaultEventLoopPolicy = DefaultEventLoopPolicy


def __getattr__(name):
    if name.endswith("ChildWatcher"):
        raise AttributeError(f"One Waiter does not run asyncio.{name} yet: there are no other processes in its world")
    raise AttributeError(f"module 'asyncio.unix_events' has no attribute {name!r}")
