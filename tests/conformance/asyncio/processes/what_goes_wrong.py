# What cannot be sent, what is raised on the other side, and how a pool refuses.
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


class Odd(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def fails(kind):
    if kind == "odd":
        raise Odd(7)
    if kind == "chain":
        try:
            {}["key"]
        except KeyError as error:
            raise ValueError("no such key") from error
    if kind == "exit":
        raise SystemExit(3)
    return {}[kind]


def local():
    def inside(n):
        return n

    return inside


def shown(call):
    try:
        result = call()
        print("result", result)
    except BaseException as error:
        cause = error.__cause__
        print(type(error).__module__, type(error).__name__, str(error).split(" at 0x")[0], getattr(error, "code", None), type(cause).__name__)


if __name__ == "__main__":
    pool = ProcessPoolExecutor(2)
    shown(lambda: pool.submit(fails, "odd").result())
    shown(lambda: pool.submit(fails, "chain").result())
    shown(lambda: pool.submit(fails, "exit").result())
    shown(lambda: pool.submit(fails, "k").result())
    shown(lambda: list(pool.map(fails, ["odd", "k"])))
    shown(lambda: pool.submit(lambda: 1).result())
    shown(lambda: pool.submit(local(), 1).result())
    shown(lambda: pool.submit(len, [n for n in range(3)]).result())
    shown(lambda: pool.submit(fails, (n for n in "ab")).result())
    shown(lambda: pool.submit("no function").result())
    shown(lambda: pool.map(fails, [1], chunksize=0))
    future = pool.submit(fails, "k")
    print(type(future.exception()).__name__, future.done(), future.cancel())
    pool.shutdown()
    shown(lambda: pool.submit(len, []))
    for call in (lambda: ProcessPoolExecutor(0), lambda: ProcessPoolExecutor(-1), lambda: ProcessPoolExecutor(1, initializer=3), lambda: ProcessPoolExecutor(1, max_tasks_per_child=0, mp_context=None), lambda: ProcessPoolExecutor(max_workers="2")):
        shown(call)
    print(issubclass(BrokenProcessPool, BrokenExecutor), ProcessPoolExecutor.__module__, BrokenProcessPool.__module__)
