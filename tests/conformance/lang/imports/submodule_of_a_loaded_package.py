# from package import submodule, when the package itself is loaded already and the submodule is not.
import concurrent
import json
import urllib

from concurrent import futures
from json import decoder
from urllib import parse

print(futures.__name__, decoder.__name__, parse.__name__)
print(hasattr(urllib, "parse"), urllib.parse is parse, concurrent.futures is futures)


def inside():
    from html import entities, escape

    return entities.__name__, escape("<")


import html

print(inside(), html.entities.__name__)
try:
    from urllib import nothing
except ImportError as error:
    print(type(error).__name__, str(error).partition(" (")[0])
