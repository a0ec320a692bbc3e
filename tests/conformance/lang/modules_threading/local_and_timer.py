# Attributes of a thread's own, a timer that fires and one that is cancelled, a subclass that runs itself.
import threading
import time

mine = threading.local()
mine.value = "main"


class Cook(threading.Thread):
    def __init__(self, dish):
        super().__init__(name=f"cook of {dish}")
        self.dish = dish

    def run(self):
        print(hasattr(mine, "value"))
        mine.value = self.dish
        time.sleep(0.1)
        print(self.name, mine.value)


cooks = [Cook("soup"), Cook("bread")]
for cook in cooks:
    cook.start()
for cook in cooks:
    cook.join()
print(mine.value)
timer = threading.Timer(1.5, print, args=("tick",))
cancelled = threading.Timer(1, print, args=("never",))
timer.start()
cancelled.start()
cancelled.cancel()
timer.join()
print(round(time.monotonic(), 3))
