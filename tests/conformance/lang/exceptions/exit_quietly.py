# sys.exit() and sys.exit(0) end a run without an error.
import sys


def close():
    print("closed")
    sys.exit()


close()
print("never printed")
