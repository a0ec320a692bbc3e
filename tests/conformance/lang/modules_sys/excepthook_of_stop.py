# conformance: stderr
# SystemExit never reaches the hook, whatever its code.
import sys

sys.excepthook = lambda *args: print("never")
try:
    raise RuntimeError("held back")
finally:
    sys.exit("stopped here")
