# A pool without a number has 32 workers on this machine: 40 sleeps of a second take two.
import time
from concurrent.futures import ThreadPoolExecutor

ended = []
with ThreadPoolExecutor() as pool:
    for number in range(40):
        pool.submit(time.sleep, 1).add_done_callback(lambda future: ended.append(time.monotonic()))
print(ended.count(1.0), ended.count(2.0), len(ended))
