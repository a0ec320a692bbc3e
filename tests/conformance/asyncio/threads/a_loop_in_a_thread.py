# A second loop runs in a thread of its own, beside the main one; each thread sees its own running loop.
import asyncio
import threading
import time


async def beat(name, seconds, times):
    for _ in range(times):
        await asyncio.sleep(seconds)
        print(name, threading.current_thread().name, time.monotonic())
    return asyncio.get_running_loop()


found = []
thread = threading.Thread(target=lambda: found.append(asyncio.run(beat("second", 0.3, 4))), name="other")
thread.start()
loop = asyncio.run(beat("main", 0.5, 3))
thread.join()
print(loop is found[0], time.monotonic())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)


def no_loop():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=no_loop, name="third")
thread.start()
thread.join()
