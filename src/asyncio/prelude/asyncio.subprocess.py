def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'asyncio.subprocess' has no attribute {name!r}")
    raise NotImplementedError(f"One Waiter does not run asyncio.subprocess.{name}: there are no other processes in its world")
