# A module's code may run the event loop: the program waits as long as it does.
import time

import app

print(app.result, time.monotonic())
