from .oven import bake


def prepare(name):
    try:
        return bake(name)
    except KeyError as error:
        raise RuntimeError("no " + name) from error
