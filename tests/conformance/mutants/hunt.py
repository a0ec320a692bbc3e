"""Asks CPython 3.11 and the engine what is wrong with thousands of nearly right programs, and shows where they differ.

    make_goldens --mutants N [--seed S] [--answers PATH] [--show K] [--file PROGRAMS]

Mutant i has seed S + i. Compared: the error's type, words and line, and all that is shown of it, carets included. What
CPython accepts and the engine refuses by name ("does not run ... yet") is counted apart. Exit: 0 all agree, 1 some differ.
--file reads programs from a file (between lines "===") instead of making mutants.
"""

import argparse
import collections
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from mutate import Mutator, gather  # noqa: E402

DEFAULT_ANSWERS = pathlib.Path(__file__).resolve().parents[3] / "build" / "native" / "tests" / "conformance" / "waiter_answers"


def cpython(source, name):
    with open(name, "wb") as file:
        file.write(source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, name, "exec", dont_inherit=True)
    except SyntaxError as error:
        stderr, sys.stderr = sys.stderr, io.StringIO()
        try:
            sys.__excepthook__(type(error), error.with_traceback(None), None)
            shown = sys.stderr.getvalue()
        finally:
            sys.stderr = stderr
        return {"type": type(error).__name__, "message": error.msg, "line": error.lineno, "shown": shown, "offset": error.offset, "end": error.end_offset}
    except (RecursionError, MemoryError, ValueError, OverflowError) as error:
        return {"type": type(error).__name__, "message": str(error), "line": None, "shown": ""}
    return None


class Engine:
    def __init__(self, path):
        self.process = subprocess.Popen([str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, source):
        self.process.stdin.write(b"%d\n" % len(source) + source)
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            return {"type": "CRASH", "message": f"exit {self.process.wait()}", "line": None, "shown": ""}
        return json.loads(line)


def differ(expected, got):
    if expected is None:
        return got is not None and got["type"] != "NotSupported"
    if got is None:
        return True
    if got["type"] == "NotSupported":
        return False
    if (expected["type"], expected["message"]) != (got["type"], got["message"]):
        return True
    if expected["line"] is None:
        return False
    return expected["line"] != got["line"] or expected["shown"] != got["shown"]


def words(answer):
    return "accepts it" if answer is None else f"{answer['type']}: {answer['message']} (line {answer['line']})"


def main(argv):
    arguments = argparse.ArgumentParser(prog="make_goldens")
    arguments.add_argument("--mutants", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--answers", default=DEFAULT_ANSWERS)
    arguments.add_argument("--show", type=int, default=5)
    arguments.add_argument("--brief", action="store_true", help="one line for each difference")
    arguments.add_argument("--file")
    options = arguments.parse_args(argv)
    if options.file:
        sources = pathlib.Path(options.file).read_text(encoding="utf-8").removesuffix("\n").split("\n===\n")
        sources = [source + "\n" for source in sources]
    else:
        mutator = Mutator(gather())
        sources = (mutator.make(options.seed + i) for i in range(options.mutants))
    counts, kinds, shown = collections.Counter(), collections.Counter(), 0
    os.chdir(tempfile.mkdtemp())
    engine = Engine(options.answers)
    for i, source in enumerate(sources):
        text = source.encode("utf-8", "replace")
        expected, got = cpython(text, "main.py"), engine.ask(text)
        counts["programs"] += 1
        counts["wrong"] += expected is not None
        if got is not None and got["type"] == "NotSupported":
            counts["refused by name"] += 1
        if not differ(expected, got):
            continue
        counts["differ"] += 1
        if got is not None and got["type"] == "CRASH":
            engine = Engine(options.answers)
        what = f"{words(expected)}  |  {words(got)}" if words(expected) != words(got) else f"{words(expected)}: shown otherwise"
        kinds[re.sub(r" \(line \d+\)", "", what)] += 1
        if options.brief or shown >= options.show:
            continue
        shown += 1
        print(f"--- seed {options.seed + i}\n{source}\n... CPython: {words(expected)} {expected and (expected.get('offset'), expected.get('end'))}\n{(expected or {}).get('shown', '')}... engine:  {words(got)}\n{(got or {}).get('shown', '')}")
    if options.brief:
        for what, count in kinds.most_common():
            print(count, what)
    print(", ".join(f"{count} {name}" for name, count in counts.items()))
    return 1 if counts["differ"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
