real = "real"


def __getattr__(name):
    if name.startswith("__") or name == "refused":
        raise AttributeError(f"lazy has no {name}")
    print("asked for", name)
    return "made " + name
