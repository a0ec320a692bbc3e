# conformance: by hand
# An import within a try is refused when it is reached, as a module that is not there, so that the program can go on.
try:
    from zoneinfo import ZoneInfo
except ImportError as e:
    print(type(e).__name__, e)

if False:
    import pathlib
print("on")
