def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'asyncio.subprocess' has no attribute {name!r}")
    raise AttributeError(f"One Waiter does not run asyncio.subprocess.{name} yet: there are no other processes in its world")
