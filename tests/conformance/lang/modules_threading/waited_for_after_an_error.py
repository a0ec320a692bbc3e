# conformance: stderr
# An error ends the main thread; its other threads still run to their end, after the traceback.
import sys
import threading
import time


def work():
    time.sleep(1)
    print("work done", time.monotonic())
    print("work on stderr", file=sys.stderr)


threading.Thread(target=work).start()
raise LookupError("main is over")
