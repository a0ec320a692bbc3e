"""Runs random programs under the oracle and under waiter until one differs, makes that one small, and prints it.

    make_goldens --random N [--seed S] [--kind asyncio] [--runs PATH] [--keep DIR] [--survey]

Program i has seed S + i; every fourth is about asyncio (generate.py), the others about the language (language.py). With --kind asyncio
all are about tasks, locks, queues, cancels and timeouts (tasks.py). What is printed: the seed, the shrunk program, and both transcripts where
they part. --keep saves the shrunk program in DIR. --survey goes on after a difference and only names it. Exit: 0 all agree; 1 one
differs; 2 there is no engine to ask.

Both sides stay: one CPython forks a child for each program (warm.py), one engine makes a new simulation for each (runs.cpp). So a
program takes a few hundredths of a second, and nothing of one is left for the next.
"""

import argparse
import json
import os
import pathlib
import re
import select
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
HASH_SEEDS = range(2, 26)  # a string of two among eight places stands before the other one time in eight
PROGRESS_S = 60
MS_NS = 1_000_000
WORK_MS_MAX = 2  # of virtual CPU time that a random program may come to
DEFAULT_RUNS = pathlib.Path(__file__).resolve().parents[3] / "build" / "native" / "tests" / "conformance" / "waiter_runs"


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


def is_late_by_work(lines, got_lines):
    """Whether ours comes later by whole milliseconds, as the work of a long program makes it until it waits for a time that was set
    before: CPython's takes no time on its virtual clock."""
    late = [got - wanted for (wanted, _), (got, _) in zip(lines, got_lines)]
    return len(lines) == len(got_lines) and all(each in range(0, WORK_MS_MAX * MS_NS + 1, MS_NS) for each in late)


def with_end_in_any_order(lines):
    """What finalisers print at the very end is compared as a set: which goes first hangs on the order in which CPython's collector came
    upon what holds them, when it looked for garbage before the modules went (move_unreachable)."""
    end = len(lines)
    while end > 0 and re.match(r"(gone|close|exit) |\d+ finally", lines[end - 1][1]):
        end -= 1
    return lines[:end] + sorted(lines[end:])


def hangs_on_places(report):
    """A set that holds a function or a class of C is in the order of where CPython has it, which no other run of it changes."""
    return re.search(r"\{[^{}:]*<(built-in|class|slot|method)[^{}:]*\}", report) is not None


class Oracles:
    """CPython, asked again where need be: a program whose output hangs on the order of a set of strings cannot be compared."""

    def __init__(self):
        self.first, self.others = WarmOracle(1), {}

    def run(self, program):
        golden = self.first.run(program)
        return golden and json.loads(golden)

    def repeats(self, program, golden):
        for seed in HASH_SEEDS:
            other = self.others.get(seed) or WarmOracle(seed)
            self.others[seed] = other
            again = other.run(program)
            if again is None or canonical(json.loads(again)) != canonical(golden):
                return False
        return True


class Engine:
    """The engine, started anew after a program that it did not survive."""

    def __init__(self, path):
        self.path, self.process = path, None

    def ask(self, source):
        """The transcript and "", or None and what happened instead."""
        if self.process is None:
            self.process = subprocess.Popen([str(self.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        text = source.encode()
        try:
            self.process.stdin.write(b"%d\n" % len(text) + text)
            self.process.stdin.flush()
        except BrokenPipeError:
            return None, self.gone()
        if not select.select([self.process.stdout], [], [], WAITER_LIMIT_S)[0]:
            self.process.kill()
            self.gone()
            return None, f"killed after {WAITER_LIMIT_S} s"
        line = self.process.stdout.readline()
        if not line.endswith(b"\n"):
            return None, self.gone()
        try:
            return json.loads(line), ""
        except ValueError:
            return None, f"no JSON: {line[:300]!r}"

    def gone(self):
        process, self.process = self.process, None
        _, complaint = process.communicate()
        return f"exit {process.returncode}, {complaint[-600:].decode(errors='replace')}"


def program_of(seed, kind):
    if kind == "asyncio":
        return tasks.generate(seed)
    return generate.generate(seed) if seed % 4 == 0 else language.generate(seed)


class Trial:
    """One program under both. `kind` is None if they agree, else a short name of the way in which they differ."""

    def __init__(self, source, engine, folder, oracles):
        self.kind = None
        self.report = ""
        self.timed = "asyncio" in source
        program = folder / "program.py"
        program.write_text(source, encoding="utf-8")
        golden = oracles.run(program)
        if golden is None:  # too long for CPython: nothing to compare with
            return
        self.compare(golden, *engine.ask(source))
        if self.kind is not None and (hangs_on_places(self.report) or not oracles.repeats(program, golden)):
            self.kind = None

    def differ(self, kind, expected, got):
        self.kind = kind
        self.report = f"differs in {kind}\n  CPython: {expected}\n  waiter:  {got}"

    def compare(self, golden, answer, complaint):
        if answer is None:
            return self.differ("crash", "a transcript", complaint)
        lines, ended, error = canonical(golden)
        try:
            got_lines, got_ended, got_error = canonical(answer)
            if got_error and got_error.get("message"):
                got_error = {**got_error, "message": re.sub(" at 0x[0-9a-f]*", " at 0x", got_error["message"])}
        except (KeyError, TypeError) as problem:
            return self.differ("transcript", "all its keys", repr(problem))
        error, got_error = error or {"type": None}, got_error or {"type": None}
        if error["type"] != got_error.get("type"):
            words = re.sub("[0-9]+|'[^']*'", "", str(got_error.get("message")))  # another name is the same difference
            return self.differ(f"error {got_error.get('type')}: {words}", golden["error"], answer["error"])
        lines, got_lines = with_end_in_any_order(lines), with_end_in_any_order(got_lines)
        if lines != got_lines:
            at = next((i for i, pair in enumerate(zip(lines, got_lines)) if pair[0] != pair[1]), min(len(lines), len(got_lines)))
            show = lambda some: "".join(f"\n    {t / 1e9:.9f}  {text!r}" for t, text in some[max(0, at - 2) : at + SHOWN_LINES])
            same_text = "".join(text for _, text in lines) == "".join(text for _, text in got_lines)
            # What a program of the language alone computes may take time here (virtual CPU time); CPython's never does.
            if not same_text or (self.timed and not is_late_by_work(lines, got_lines)):
                return self.differ("times" if same_text else "output", show(lines), show(got_lines))
        for key in ("message", "line"):
            if key in error and error[key] != got_error.get(key):
                return self.differ(f"error's {key}", golden["error"], answer["error"])
        if self.timed and got_ended - ended not in range(0, WORK_MS_MAX * MS_NS + 1, MS_NS):
            return self.differ("end", golden["ended"], answer["ended"])


def main(arguments):
    parser = argparse.ArgumentParser(prog="conformance", description="random programs under CPython and under waiter")
    parser.add_argument("--random", type=int, required=True, metavar="N")
    parser.add_argument("--seed", type=int, default=None, help="the first program's seed; default: from the clock")
    parser.add_argument("--kind", choices=["any", "asyncio"], default="any")
    parser.add_argument("--runs", type=pathlib.Path, default=DEFAULT_RUNS, help="the program waiter_runs")
    parser.add_argument("--keep", type=pathlib.Path, help="a folder for the shrunk program")
    parser.add_argument("--survey", action="store_true", help="go on after a difference, and do not shrink")
    options = parser.parse_args(arguments)
    if not os.access(options.runs, os.X_OK):
        print(f"no engine at {options.runs}: run ./dev build, or name it with --runs", file=sys.stderr)
        return 2
    first = options.seed if options.seed is not None else int(time.time()) % 1_000_000 * 1000
    print(f"{options.random} random programs, seeds {first} to {first + options.random - 1}", flush=True)
    warnings.simplefilter("ignore")  # what the compiler thinks of random programs
    oracles, engine, differing, started = Oracles(), Engine(options.runs), 0, time.monotonic()
    said = started
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for seed in range(first, first + options.random):
            source = program_of(seed, options.kind)
            trial = Trial(source, engine, folder, oracles)
            if time.monotonic() - said > PROGRESS_S:
                said = time.monotonic()
                print(f"{seed - first + 1} programs, {differing} differ, {said - started:.0f} s", flush=True)
            if trial.kind is None:
                continue
            differing += 1
            print(f"seed {seed} {trial.report}\n", flush=True)
            if options.survey:
                continue
            print("shrinking ...", flush=True)
            small = shrink(
                source, lambda text: Trial(text, engine, folder, oracles).kind == trial.kind, time.monotonic() + SHRINK_LIMIT_S
            )
            final = Trial(small, engine, folder, oracles)
            print(f"\nseed {seed}, shrunk:\n\n{small}\n{final.report}")
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"seed_{seed}.py").write_text(small, encoding="utf-8")
            return 1
    print(f"{options.random - differing} agree, {differing} differ, {time.monotonic() - started:.0f} s")
    return 1 if differing else 0
