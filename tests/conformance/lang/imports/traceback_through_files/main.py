# conformance: stderr
# A traceback goes from file to file, each line quoted from its own.
from kitchen import cook


def order(name):
    return cook.prepare(name)


order("soup")
