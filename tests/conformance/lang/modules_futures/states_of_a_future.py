# A future is pending, running, finished or cancelled; its repr says which; only a pending one can be cancelled.
import time
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor


def work(seconds):
    time.sleep(seconds)
    if seconds == 2:
        raise KeyError("two")
    return "done"


with ThreadPoolExecutor(1) as pool:
    first, second, third = [pool.submit(work, seconds) for seconds in (1, 2, 3)]
    print(first, second, third)
    print(first.cancel(), third.cancel(), third.cancel(), third.cancelled(), third.done(), third.running())
    print(third, third)
    for function in (third.result, third.exception, lambda: first.result(timeout=0.5), lambda: second.exception(0)):
        try:
            print(function())
        except (CancelledError, TimeoutError) as error:
            print(type(error).__module__, repr(error), time.monotonic())
    print(first.result(), first.exception(), first, first.cancel())
    print(repr(second.exception()), second, time.monotonic())
own = Future()
print(own.set_running_or_notify_cancel(), own)
own.set_result([1])
print(own.result(), own)
for function in (lambda: own.set_result(2), lambda: own.set_exception(ValueError())):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)
