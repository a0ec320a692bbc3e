"""An oracle that stays: it has imported what programs import, and runs each program in a child forked from there.

    python3.11 -s -B -X utf8 warm.py        reads lines "PATH", answers each with "LENGTH" and that many bytes: the golden text

LENGTH is 0 if the program ran longer than the oracle's limit. What a child changes (the clock, modules, `random`) goes with it,
so that a program is run as run_program.py runs it, but in a few milliseconds.
"""

import gc
import os
import signal
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import run_program  # noqa: E402

LIMIT_S = 0.5

for name in "abc bisect collections contextlib copy dataclasses datetime enum functools heapq itertools json math operator random re statistics string textwrap typing".split():
    __import__(name)


def run_in_child(path):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.dup2(writing, 1)
        os.close(writing)
        devnull = os.open(os.devnull, os.O_RDWR)
        os.dup2(devnull, 0)
        signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT_S)  # of its own work, for the machine may be busy
        run_program.Oracle(path, 0).run()
        os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        golden = pipe.read()
    _, status = os.waitpid(child, 0)
    return golden if status == 0 else b""


if __name__ == "__main__":
    # What is there before a program is never looked at again: a child's collector would touch, and so copy, every page of it.
    # Another seed gives strings other hashes, and objects other places: a set of objects is in the order of these.
    seed = int(os.environ.get("PYTHONHASHSEED", "0"))
    before = [bytes(size) for size in range(0, 480, 16) for _ in range(seed)]
    gc.collect()
    gc.freeze()
    # When garbage is looked for depends on how much was made before, here by the oracle too. A program that wants it asks for it.
    gc.set_threshold(0)
    answers = os.fdopen(os.dup(1), "wb")
    for line in sys.stdin:
        golden = run_in_child(line.rstrip("\n"))
        answers.write(b"%d\n" % len(golden) + golden)
        answers.flush()
