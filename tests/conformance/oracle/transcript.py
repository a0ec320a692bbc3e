"""What a run left behind, and how a golden file shows it.

Holds the recorder of writes, the words for an error, and the text of the JSON file. It knows nothing of how a program is run.
A golden file is CONTRACT.md's transcript, and one key more: "stderr", what CPython wrote there, without frames of library files.
"""

import io
import json
import os
import re

SECOND_NS = 1_000_000_000
LIBRARY = os.path.dirname(os.__file__) + "/"
USUAL_LIBRARY = "/usr/lib/python3.11/"


class Recorder(io.TextIOBase):
    """A text stream that remembers when each write was made."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, clock, name):
        self._clock = clock
        self._name = name
        self.writes = []  # (time in ns, text)

    @property
    def name(self):
        return self._name

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.writes.append((self._clock.now_ns, text))
        return len(text)

    def text(self):
        return hide_addresses("".join(text for _, text in self.writes))

    def lines(self):
        """The writes, joined per instant and cut after each newline: one form for all ways of writing the same."""
        lines = []
        for when_ns, text in self.writes:
            for piece in re.findall("[^\n]*\n|[^\n]+", text):
                if lines and lines[-1][0] == when_ns and not lines[-1][1].endswith("\n"):
                    lines[-1] = (when_ns, lines[-1][1] + piece)
                else:
                    lines.append((when_ns, piece))
        return [(when_ns, hide_addresses(line)) for when_ns, line in lines]


program_folder = None  # with a slash; set by whoever runs a program


def hide_addresses(text):
    """<function main at 0x7f...> has another number in every run, and a program lies elsewhere on every machine; the runner
    does the same to what it compares. Reprs of asyncio's callbacks name files of the library: they stand where Debian has them.
    """
    if program_folder is not None:
        text = text.replace(program_folder, "")
    return re.sub(" at 0x[0-9a-f]+", " at 0x", text).replace(LIBRARY, USUAL_LIBRARY)


def describe_error(error, traceback, is_own):
    """The transcript's "error" for an exception that ended the program."""
    if isinstance(error, SystemExit):
        if error.code is None or error.code == 0:
            return None
        return {"type": "SystemExit", "message": str(error.code)}
    if isinstance(error, SyntaxError) and traceback is not None and traceback.tb_next is None:  # the main file's own
        return {"type": type(error).__name__, "message": error.msg, "line": error.lineno}
    line = None
    while traceback is not None:
        if is_own(traceback.tb_frame):
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return {"type": type(error).__name__, "message": hide_addresses(str(error)), "line": line}


def golden_text(output, ended_ns, error, stderr, clients=()):
    """One fixed layout, one line a write, so that a change of a golden file reads as a change of the program's output."""

    def compact(value):
        return json.dumps(value, ensure_ascii=False)

    writes = ",\n".join(
        f'    {{"t": {compact(when_ns / SECOND_NS)}, "text": {compact(text)}}}' for when_ns, text in output
    )
    return (
        "{\n"
        + ('  "output": [\n' + writes + "\n  ],\n" if output else '  "output": [],\n')
        + ('  "clients": [\n' + ",\n".join("    " + compact(client) for client in clients) + "\n  ],\n" if clients else '  "clients": [],\n')
        + f'  "ended": {compact(ended_ns / SECOND_NS)},\n'
        + f'  "error": {compact(error)},\n'
        + f'  "stderr": {compact(stderr)}\n'
        + "}\n"
    )
