# conformance: by hand
# What lacks in a module that is run is refused by its name.
import gc
import time as clock

print(clock.time())


def later():
    gc.freeze()
