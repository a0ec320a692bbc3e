"""Programs that are nearly right: a good program's tokens or characters, a few of them deleted, doubled, swapped or replaced.

    python3.11 mutate.py --seed S      prints one
"""

import argparse
import ast
import pathlib
import random
import re
import sys

TOKEN = re.compile(
    r"""[rbfuRBFU]{0,2}(?:'''(?:[^\\]|\\.)*?'''|\"""(?:[^\\]|\\.)*?\"""|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")"""
    r"""|\#[^\n]*|\n[ \t]*|[ \t]+|[0-9][\w.]*|\w+|\*\*=|//=|>>=|<<=|\.\.\.|->|:=|[-+*/%@&|^=<>!]=|\*\*|//|>>|<<|\S""",
    re.DOTALL,
)
WORDS = """if elif else for while def class return yield await async with as try except finally raise from import in not and or
is lambda global nonlocal del pass break continue assert match case None True False print exec x self _ type""".split()
SIGNS = """( ) [ ] { } , : ; . = == := + - * ** / // @ % & | ^ ~ < > <= >= != <> -> += -= *= ... ! ? $ ` \\ @= #""".split()
LITERALS = """0 1 07 0x 0b2 1_ 1__0 1e 1.5 1j 0o8 1a 'a' "a" b'a' u'a' f'a' f'{x}' f'{' f'}' f'{x!r}' f'{x!}' f'{x:{y}}' f'{x=}' f'{}'
f'{x y}' f'{a.b(c)}' f'{x!z}' f'{*a}' f'{lambda x: 1}' rb'x' ' " ''' \"\"\" b'\\xé' '\\N{x}' '\\x1' '\\u12' é x² € f'{{}}' f"{x:{y:{z}}}" f'{x#}' f'{\\}'""".split()
INDENTS = ["\n", "\n    ", "\n        ", "\n  ", "\n\t", "\n      ", " ", "", "\\\n", "\n\n", "\r\n", "\f", "\n    \t"]
TEMPLATES = ["{} = {}", "del {}", "for {} in {}: pass", "with {} as {}: pass", "{} += 1", "{}: int = {}", "f({} = {})", "({} := {})",
             "lambda {}: {}", "def f({}): pass", "def f({}, {}=1): pass", "class A({}): pass", "import {}", "from {} import {}",
             "return {}", "yield {}", "await {}", "x = yield {}", "match {}:\n    case {}: pass", "try: pass\nexcept {}: pass",
             "try: pass\nexcept* {} as {}: pass", "global {}", "nonlocal {}", "[{} for {} in {}]", "{{{}: {} for {} in {}}}", "({} for {} in {})",
             "f({} for {} in {})", "f({}, *{}, **{})", "x[{}:{}]", "x[{}, {}]", "assert {}, {}", "raise {} from {}", "if {}: {}\nelse: {}",
             "while {}: {}", "@{}\ndef f(): {}", "async def f(): {}", "async with {} as {}: pass", "f'{{{}}}'", "f'{{{}!r:{}}}'", "{} if {} else {}",
             "not {}", "{} is {}", "{} < {} < {}", "*{}, {} = {}", "print({}, {})", "print {}", "def f():\n    {}\n    {}", "class A:\n    {}\n    {}"]


def pieces(text):
    return TOKEN.findall(text)


def statements(path, longest=30):
    """The top-level statements of a file, and the methods of its classes, as programs of their own."""
    try:
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
    except (SyntaxError, UnicodeDecodeError, ValueError):
        return
    lines = text.splitlines(keepends=True)
    for node in tree.body:
        first = min([node.lineno] + [d.lineno for d in getattr(node, "decorator_list", [])])
        if node.end_lineno - first < longest:
            yield "".join(lines[first - 1 : node.end_lineno])


# What the lines of statements.txt are put under.
HEADS = ["def f(a, b=1):", "async def f(a):", "class C:", "class C(a, metaclass=b):", "for x in y:", "async for x in y:", "while True:", "with a as b:",
         "async with a as b:", "try:", "if x:", "def g():", "x = (", "match x:", "def f(*, a):", "for self.x in y:", "if 1:", "else:", "elif y:"]


def odd_statements():
    text = pathlib.Path(__file__).with_name("statements.txt").read_text(encoding="utf-8")
    return [line.replace("\\n", "\n") for line in text.splitlines()]


class Mutator:
    def __init__(self, programs):
        self.lines = odd_statements()
        self.programs = programs

    def make(self, seed):
        source = self.make_any(seed)
        # Read from a string, CPython sees one more empty line here than when it reads the same file.
        return source[:-2] + "\n" if source.endswith("\r\n") else source

    def make_any(self, seed):
        chance = random.Random(seed)
        kind = chance.random()
        if kind < 0.2:
            return self.fill(chance)
        if kind < 0.5:
            return self.stack(chance)
        tokens = pieces(chance.choice(self.programs))
        for _ in range(chance.choice([1, 1, 1, 1, 2, 2, 3])):
            self.change(chance, tokens)
        return "".join(tokens)

    def stack(self, chance):
        """A few odd statements, under heads that are nested at random."""
        lines, depth, open_tries = [], 0, []

        def close_tries(depth):
            while open_tries and open_tries[-1] >= depth:
                lines.append("    " * open_tries.pop() + chance.choice(["finally: pass", "except A as x: pass", "except* A: pass", "except: x"]))

        for _ in range(chance.choice([1, 2, 2, 3, 3, 4, 5, 6])):
            close_tries(depth)
            if chance.random() < 0.4 and depth < 4:
                lines.append("    " * depth + chance.choice(HEADS))
                if lines[-1].endswith("try:"):
                    open_tries.append(depth)
                depth += 1
            lines += ["    " * depth + part for part in chance.choice(self.lines).split("\n")]
            if depth > 0 and chance.random() < 0.4:
                depth -= chance.choice([1, 1, depth])
        close_tries(0)
        return "\n".join(lines) + "\n"

    def fill(self, chance):
        """A template whose holes hold odd expressions, within a function, a class or nothing."""
        source = chance.choice(TEMPLATES)
        for _ in range(chance.choice([0, 0, 1])):
            source = source.replace("{}", chance.choice(TEMPLATES).split("\n")[0], 1) if "{}" in source else source
        count = source.replace("{{", "").replace("}}", "").count("{}")
        try:
            text = source.format(*[self.expression(chance) for _ in range(count)])
        except (IndexError, ValueError, KeyError):
            text = source
        where = chance.random()
        if where < 0.5:
            head = chance.choice(["def outer(a, b=1):", "class Outer:", "async def outer():", "for x in y:", "if x:", "with a as b:", "lambda:"])
            text = head + "\n    " + text.replace("\n", "\n    ")
        return text + chance.choice(["\n", "", "\nprint(1)\n"])

    def expression(self, chance, depth=0):
        if depth < 2 and chance.random() < 0.4:
            forms = ["{} + {}", "{}.a", "{}[0]", "{}({})", "({})", "[{}]", "({}, {})", "{}, {}", "*{}", "**{}", "{{{}}}", "{{{}: {}}}", "not {}", "-{}",
                     "{} if {} else {}", "lambda: {}", "yield {}", "await {}", "{} := {}", "{} = {}", "{} {}", "{}: {}", "{} for x in {}",
                     "[{} for x in {}]", "{} and {}", "{} < {}", "f'{{{}}}'", "{} as {}", "{} | {}", "a={}", "{}{}", "({} for x in {})", "{}, *{}", "{};{}"]
            form = chance.choice(forms)
            count = form.replace("{{", "").replace("}}", "").count("{}")
            return form.format(*[self.expression(chance, depth + 1) for _ in range(count)])
        return chance.choice(["x", "y", "a", "b", "f", "self", "1", "'s'", "None", "True", "...", "()", "[]", "{}", "__debug__", "_"] + LITERALS[:20])

    def change(self, chance, tokens):
        if not tokens:
            return
        at = chance.randrange(len(tokens))
        way = chance.random()
        if way < 0.22:
            del tokens[at]
        elif way < 0.30:
            tokens.insert(at, tokens[at])
        elif way < 0.40:
            other = chance.randrange(len(tokens))
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif way < 0.55:
            tokens.insert(at, chance.choice(WORDS) + " " if chance.random() < 0.5 else chance.choice(SIGNS))
        elif way < 0.70:
            tokens[at] = chance.choice(WORDS) if chance.random() < 0.5 else chance.choice(SIGNS)
        elif way < 0.76:
            tokens.insert(at, chance.choice(LITERALS))
        elif way < 0.84:
            where = [i for i, token in enumerate(tokens) if token.startswith("\n")]
            if where:
                tokens[chance.choice(where)] = chance.choice(INDENTS)
        elif way < 0.90:
            text = tokens[at]
            if text:
                cut = chance.randrange(len(text))
                tokens[at] = text[:cut] + chance.choice(["", chance.choice("()[]{}'\"\\:,.=*@!x0 \n")]) + text[cut + 1 :]
        elif way < 0.94:
            del tokens[at:]
        elif way < 0.97:
            del tokens[at : at + chance.randrange(2, 6)]
        else:
            other = chance.randrange(len(tokens))
            tokens[at:at] = tokens[other : other + chance.randrange(2, 8)]


def gather(library=True):
    """Good programs: the conformance programs, those of the unit tests, and statements of the standard library."""
    here = pathlib.Path(__file__).resolve()
    tests = here.parents[2]
    programs = []
    for path in sorted(tests.joinpath("conformance").rglob("*.py")):
        if path.parent.name not in ("oracle", "random", "mutants"):
            text = path.read_text(encoding="utf-8")
            if len(text) < 2500:
                programs.append(text)
    for name in ("programs_good.txt", "programs_scopes.txt"):
        programs += tests.joinpath("unit/python/syntax", name).read_text(encoding="utf-8").split("\n===\n")
    if library:
        folder = pathlib.Path(ast.__file__).parent
        for path in sorted(folder.glob("*.py")) + sorted(folder.glob("asyncio/*.py")):
            programs += statements(path)
    return programs


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seed", type=int, default=0)
    sys.stdout.write(Mutator(gather()).make(arguments.parse_args().seed))
