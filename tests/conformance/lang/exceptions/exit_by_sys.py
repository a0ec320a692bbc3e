# conformance: stderr
# sys.exit raises SystemExit, which `except Exception` does not see and finally does.
import sys

try:
    sys.exit(0)
except SystemExit as stop:
    print("caught", repr(stop), stop.code)
try:
    try:
        sys.exit("closing time")
    except Exception:
        print("not this one")
    finally:
        print("finally")
except ValueError:
    print("nor this one")
