"""Runs random programs under the oracle and under waiter until one differs, makes that one small, and prints it.

    make_goldens --random N [--seed S] [--kind asyncio] [--waiter PATH] [--keep DIR] [--survey]

Program i has seed S + i; every fourth is about asyncio (generate.py), the others about the language (language.py). With --kind asyncio
all are about tasks, locks, queues, cancels and timeouts (tasks.py). What is printed: the seed, the shrunk program, and both transcripts where they part. --keep saves the shrunk program in DIR. --survey goes on after a
difference and only names it. Exit: 0 all agree; 1 one differs; 2 there is no waiter to ask.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import warnings

import generate
import language
import tasks
from golden import WarmOracle
from shrink import shrink

WAITER_LIMIT_S = 20
SHRINK_LIMIT_S = 120
SHOWN_LINES = 4
DEFAULT_WAITER = pathlib.Path(__file__).resolve().parents[3] / "build" / "native" / "waiter"


def canonical(transcript):
    """A transcript as (output lines with their times in ns, end, error), equal for equal runs."""
    lines = []
    for write in transcript["output"]:
        when, text = round(write["t"] * 1e9), re.sub(" at 0x[0-9a-f]*", " at 0x", write["text"])
        for piece in re.findall("[^\n]*\n|[^\n]+", text):
            if lines and lines[-1][0] == when and not lines[-1][1].endswith("\n"):
                lines[-1] = (when, lines[-1][1] + piece)
            else:
                lines.append((when, piece))
    return lines, round(transcript["ended"] * 1e9), transcript["error"]


class Oracles:
    """CPython, asked twice where need be: a program whose output hangs on the order of a set of strings cannot be compared."""

    def __init__(self):
        self.first, self.second = WarmOracle(1), None

    def run(self, program):
        golden = self.first.run(program)
        return golden and json.loads(golden)

    def repeats(self, program, golden):
        self.second = self.second or WarmOracle(2)
        again = self.second.run(program)
        return again is not None and json.loads(again) == golden


def program_of(seed, kind):
    if kind == "asyncio":
        return tasks.generate(seed)
    return generate.generate(seed) if seed % 4 == 0 else language.generate(seed)


class Trial:
    """One program under both. `kind` is None if they agree, else a short name of the way in which they differ."""

    def __init__(self, source, waiter, folder, oracles):
        self.kind = None
        self.report = ""
        self.timed = "asyncio" in source
        program = folder / "program.py"
        program.write_text(source, encoding="utf-8")
        golden = oracles.run(program)
        if golden is None:  # too long for CPython: nothing to compare with
            return
        self.compare(golden, *ask(waiter, program))
        if self.kind is not None and not oracles.repeats(program, golden):
            self.kind = None

    def differ(self, kind, expected, got):
        self.kind = kind
        self.report = f"differs in {kind}\n  CPython: {expected}\n  waiter:  {got}"

    def compare(self, golden, answer, exit_code, complaint):
        if answer is None:
            return self.differ("crash", "a transcript", complaint)
        lines, ended, error = canonical(golden)
        try:
            got_lines, got_ended, got_error = canonical(answer)
        except (KeyError, TypeError) as problem:
            return self.differ("transcript", "all its keys", repr(problem))
        error, got_error = error or {"type": None}, got_error or {"type": None}
        if error["type"] != got_error.get("type"):
            words = re.sub("[0-9]+|'[^']*'", "", str(got_error.get("message")))  # another name is the same difference
            return self.differ(f"error {got_error.get('type')}: {words}", golden["error"], answer["error"])
        if lines != got_lines:
            at = next((i for i, pair in enumerate(zip(lines, got_lines)) if pair[0] != pair[1]), min(len(lines), len(got_lines)))
            show = lambda some: "".join(f"\n    {t / 1e9:.9f}  {text!r}" for t, text in some[max(0, at - 2) : at + SHOWN_LINES])
            same_text = "".join(text for _, text in lines) == "".join(text for _, text in got_lines)
            # What a program of the language alone computes may take time here (virtual CPU time); CPython's never does.
            if not same_text or self.timed:
                return self.differ("times" if same_text else "output", show(lines), show(got_lines))
        for key in ("message", "line"):
            if key in error and error[key] != got_error.get(key):
                return self.differ(f"error's {key}", golden["error"], answer["error"])
        if self.timed and ended != got_ended:
            return self.differ("end", golden["ended"], answer["ended"])
        if exit_code != (1 if golden["error"] else 0):
            return self.differ("exit", golden["error"], exit_code)


def ask(waiter, program):
    """The waiter's transcript (None if there is none), exit code, and what it said instead."""
    try:
        done = subprocess.run(
            [str(waiter), "run", str(program), "--json"], stdin=subprocess.DEVNULL, capture_output=True, timeout=WAITER_LIMIT_S
        )
    except subprocess.TimeoutExpired:
        return None, None, f"killed after {WAITER_LIMIT_S} s"
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        return None, done.returncode, f"exit {done.returncode}, {done.stdout[:300]!r} {done.stderr[-600:].decode(errors='replace')}"
    return answer, done.returncode, ""


def main(arguments):
    parser = argparse.ArgumentParser(prog="conformance", description="random programs under CPython and under waiter")
    parser.add_argument("--random", type=int, required=True, metavar="N")
    parser.add_argument("--seed", type=int, default=None, help="the first program's seed; default: from the clock")
    parser.add_argument("--kind", choices=["any", "asyncio"], default="any")
    parser.add_argument("--waiter", type=pathlib.Path, default=DEFAULT_WAITER)
    parser.add_argument("--keep", type=pathlib.Path, help="a folder for the shrunk program")
    parser.add_argument("--survey", action="store_true", help="go on after a difference, and do not shrink")
    options = parser.parse_args(arguments)
    if not os.access(options.waiter, os.X_OK):
        print(f"no waiter at {options.waiter}: run ./dev build, or name it with --waiter", file=sys.stderr)
        return 2
    first = options.seed if options.seed is not None else int(time.time()) % 1_000_000 * 1000
    print(f"{options.random} random programs, seeds {first} to {first + options.random - 1}", flush=True)
    warnings.simplefilter("ignore")  # what the compiler thinks of random programs
    oracles, differing, started = Oracles(), 0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for seed in range(first, first + options.random):
            source = program_of(seed, options.kind)
            trial = Trial(source, options.waiter, folder, oracles)
            if trial.kind is None:
                continue
            differing += 1
            print(f"seed {seed} {trial.report}\n", flush=True)
            if options.survey:
                continue
            print("shrinking ...", flush=True)
            small = shrink(
                source, lambda text: Trial(text, options.waiter, folder, oracles).kind == trial.kind, time.monotonic() + SHRINK_LIMIT_S
            )
            final = Trial(small, options.waiter, folder, oracles)
            print(f"\nseed {seed}, shrunk:\n\n{small}\n{final.report}")
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"seed_{seed}.py").write_text(small, encoding="utf-8")
            return 1
    print(f"{options.random - differing} agree, {differing} differ, {time.monotonic() - started:.0f} s")
    return 1 if differing else 0
