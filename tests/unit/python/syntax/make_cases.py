#!/usr/bin/env python3.11
"""Asks CPython 3.11 what it makes of programs_*.txt, and writes the answers to the .inc tables that the tests include.

Run it after changing a program; the tables are committed, so the tests need no Python. Columns count characters here and
in our tree, so those of CPython's tree (bytes of UTF-8) are converted. An error's end is 0 where CPython gives none, and
where it is on a later line (CPython cuts its column to the length of the first line; ours is the true one). An error in
an f-string's expression has CPython's columns, which count within its excerpt.
"""
import ast
import pathlib
import subprocess
import sys
import tempfile
import warnings

import _symtable

if sys.version_info[:2] != (3, 11):
    sys.exit("make_cases.py: run it with Python 3.11")
warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).parent


def programs(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [part + "\n" for part in text.removesuffix("\n").split("\n===\n")]


def odd_statements():
    """What the mutants of the conformance tests are made from: most of it is wrong, and that in every way there is.
    Left out is what we word otherwise, and columns that CPython counts in bytes (within an f-string)."""
    text = (HERE.parents[2] / "conformance/mutants/statements.txt").read_text(encoding="utf-8")
    return [line.replace("\\n", "\n") + "\n" for line in text.splitlines() if "DASH" not in line and "{é" not in line]


def quoted(text):
    """A C++ literal. One raw string cannot hold more than 65,536 bytes by the standard; none of ours comes near."""
    assert ')"""' not in text
    return 'R"""(' + text + ')"""'


def has_caret(source):
    """Whether CPython shows a caret when it reads the program from a file. Where the file ends too early it has no line to count in."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "program.py")
        file.write_text(source, encoding="utf-8")
        said = subprocess.run([sys.executable, str(file)], capture_output=True, text=True, encoding="utf-8").stderr
    return any(line.strip() and not line.strip(" ^") for line in said.splitlines())


def error_row(source, error):
    has_end = error.end_offset and error.end_offset > 0 and error.end_lineno == error.lineno
    end = error.end_offset if has_end else 0
    ends_too_early = error.msg.startswith("expected an indented block") and error.offset > 1
    offset = 0 if ends_too_early and not has_caret(source) else error.offset
    return f"{{{quoted(source)}, {quoted(type(error).__name__ + ': ' + error.msg)}, {error.lineno}, {offset}, {end}}},\n"


def with_characters(tree, source):
    lines = [line.encode() for line in source.split("\n")]
    for node in ast.walk(tree):
        if hasattr(node, "lineno"):
            node.col_offset = len(lines[node.lineno - 1][: node.col_offset].decode())
            node.end_col_offset = len(lines[node.end_lineno - 1][: node.end_col_offset].decode())
    return tree


KINDS = {0: "function", 1: "class", 2: "module"}
PLACES = {1: "local", 2: "global", 3: "builtin", 4: "free", 5: "cell"}
FLAGS = {1: "global", 2: "bound", 4: "parameter", 8: "nonlocal", 16: "used", 64: "class", 128: "import", 256: "annotated"}


def scope_text(table, depth=0):
    lines = ["  " * depth + f"{KINDS[table.type]} {table.name} {table.lineno}"]
    names = []
    for name, flags in table.symbols.items():
        words = [word for flag, word in FLAGS.items() if flags & flag]
        names.append("  " * depth + f"- {name} {PLACES[flags >> 11 & 15]}" + "".join(" " + word for word in words))
    lines += sorted(names, key=str.encode)
    return "\n".join(lines) + "\n" + "".join(scope_text(child, depth + 1) for child in table.children)


def main():
    with (HERE / "parser_cases.inc").open("w", encoding="utf-8") as out:
        for source in programs("programs_good.txt"):
            tree = with_characters(ast.parse(source), source)
            out.write(f"{{{quoted(source)}, {quoted(ast.dump(tree, include_attributes=True))}}},\n")
    with (HERE / "syntax_error_cases.inc").open("w", encoding="utf-8") as out:
        for source in programs("programs_bad.txt"):
            try:
                ast.parse(source)
            except SyntaxError as error:
                out.write(error_row(source, error))
            else:
                sys.exit(f"CPython takes this program: {source!r}")
        for source in odd_statements():
            try:
                ast.parse(source)
            except SyntaxError as error:
                out.write(error_row(source, error))
    with (HERE / "symbols_cases.inc").open("w", encoding="utf-8") as out:
        for source in programs("programs_scopes.txt"):
            try:
                expected = scope_text(_symtable.symtable(source, "f", "exec"))
            except SyntaxError as error:
                expected = f"{error.msg} {error.lineno}:{error.offset}-{error.end_offset or 0}\n"
            out.write(f"{{{quoted(source)}, {quoted(expected)}}},\n")


main()
