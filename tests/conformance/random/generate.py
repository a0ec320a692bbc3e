"""Random programs of the language and of asyncio: valid, finite, small, the same for the same seed.

    python3.11 generate.py --seed S

A program has a few classes, functions, generators and coroutines. Each calls only those with higher numbers, and loops
are short, so every program ends, within far less than the work that would move the virtual clock. What it does is often
wrong (an index too far, a zero to divide by, an exception nobody catches): how it goes wrong must agree too.

Left out, because CPython itself leaves them open: addresses, the order of sets of strings, real time.
"""

import argparse
import random

from expressions import Expressions

DELAYS = ["0", "0", "0.1", "0.25", "0.5", "0.5", "1", "1", "1.5", "2", "1 / 3", "-1"]
ERRORS = ["ValueError('bad')", "KeyError('key')", "Oops('oops', 1)", "Worse()", "IndexError", "RuntimeError('run')"]
CAUGHT = ["ValueError", "KeyError", "Oops", "Worse", "(IndexError, TypeError)", "Exception", "ZeroDivisionError", "LookupError"]

# None of them is the name of a function, nor of a variable inside an expression.
PREFIXES = {"int": "i", "str": "s", "list": "l", "dict": "d", "float": "y", "task": "t", "function": "inner", "generator": "made"}

HEADER = '''import asyncio
import time


class Oops(Exception):
    pass


class Worse(Oops):
    def __str__(self):
        return "worse"


class Room:
    def __init__(self, name, swallow=None):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return len(self.name)

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__)
        return self.swallow is not None and kind is not None and issubclass(kind, self.swallow)

    async def __aenter__(self):
        await asyncio.sleep(0.25)
        return self.__enter__()

    async def __aexit__(self, *details):
        await asyncio.sleep(0)
        return self.__exit__(*details)


class Base:
    made = 0

    def __init__(self, value=1):
        self.value = value
        Base.made += 1

    @property
    def twice(self):
        return self.value * 2

    def __add__(self, other):
        return type(self)(self.value + (other.value if isinstance(other, Base) else other))

    def __eq__(self, other):
        return isinstance(other, Base) and self.value == other.value

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r})"


class Child(Base):
    def __init__(self, value=2, extra="x"):
        super().__init__(value)
        self.extra = extra

    @property
    def twice(self):
        return super().twice + 1

    def __lt__(self, other):
        return self.value < other.value
'''


class Generator:
    """Writes one program. `scope` of the expressions holds the names that have a value where the writing stands."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.expressions = Expressions(self.rng)
        self.lines = []
        self.indent = 0
        self.fresh = 0
        self.in_coroutine = False
        self.in_loop = False
        self.next_coroutine = 0  # only coroutines from here on may be called
        self.coroutines = self.rng.randint(2, 4)

    def program(self):
        self.lines = HEADER.splitlines()
        functions, generators = self.rng.randint(1, 3), self.rng.randint(0, 2)
        for n in reversed(range(generators)):
            self.write_generator(n)
        for n in reversed(range(functions)):
            self.write_function(n)
        for n in reversed(range(self.coroutines)):
            self.write_coroutine(n)
        self.write_main()
        return "\n".join(self.lines) + "\n"

    # --- definitions ---

    def write_function(self, n):
        default = self.expressions.integer(0)
        self.begin(f"def f{n}(a, b={default}, *rest, key='k'):", {"int": ["a", "b"], "str": ["key"], "list": ["rest"]})
        self.body(self.rng.randint(1, 4), depth=2)
        self.put(f"return {self.expressions.integer(2)}")
        self.end()
        self.expressions.functions.append(f"f{n}")

    def write_generator(self, n):
        self.begin(f"def g{n}(n):", {"int": ["n"]})
        self.put("try:")
        self.indent += 1
        self.put(f"for i in range(n % {self.rng.randint(2, 4)} + 1):")
        self.expressions.scope["int"].append("i")
        self.indent += 1
        if self.chance(0.5):
            self.put(f"got = yield {self.expressions.integer(1)}")
            self.put(f"print('g{n} got', got)")
        else:
            self.put(f"yield {self.expressions.integer(1)}")
        self.indent -= 2
        if self.chance(0.7):
            self.put("finally:")
            self.put(f"    print('g{n} finally')")
        else:
            self.put("except ValueError as error:")
            self.put(f"    print('g{n}', error)")
            self.put("    yield -1")
        if self.chance(0.4) and self.expressions.generators:
            self.put(f"yield from {self.rng.choice(self.expressions.generators)}(1)")
        self.end()
        self.expressions.generators.append(f"g{n}")

    def write_coroutine(self, n):
        self.next_coroutine = n + 1
        self.in_coroutine = True
        self.begin(f"async def w{n}(name, n=1):", {"int": ["n"], "str": ["name"]})
        self.put(f"print('w{n}', name, n)")
        self.body(self.rng.randint(2, 5), depth=3)
        if self.chance(0.7):
            self.put(f"return {self.expressions.any(1)}")
        self.end()
        self.in_coroutine = False

    def write_main(self):
        self.next_coroutine = 0
        self.in_coroutine = True
        self.begin("async def main():", {"int": ["n"]})
        self.put("n = 3")
        for _ in range(self.rng.randint(4, 8)):
            if self.chance(0.35):
                self.statement(3)
                continue
            # Most of what goes wrong is caught, so that the program goes on.
            self.put("try:")
            self.block(self.rng.randint(1, 3), 2)
            self.put("except (Exception, asyncio.CancelledError) as error:")
            self.put("    print('main caught', repr(error), repr(error.__context__))")
        self.put("return 'main is over'")
        self.end()
        self.put("print(asyncio.run(main()))")
        if self.chance(0.2):
            self.put("print(asyncio.run(w0('again')))")

    def begin(self, heading, scope):
        self.lines += ["", ""]
        self.put(heading)
        self.indent += 1
        self.expressions.scope = {kind: list(names) for kind, names in scope.items()}
        for kind in ("int", "str", "list", "dict", "float", "task"):
            self.expressions.scope.setdefault(kind, [])

    def end(self):
        self.indent = 0
        self.expressions.scope = {}
        if self.lines[-1] == "":
            self.lines.pop()
        self.lines += ["", ""] if not self.lines[-1].startswith(" ") else []

    # --- statements ---

    def chance(self, probability):
        return self.rng.random() < probability

    def put(self, line):
        self.lines.append("    " * self.indent + line)

    def new_name(self, kind):
        self.fresh += 1
        return f"{PREFIXES[kind]}{self.fresh}"

    def body(self, count, depth):
        for _ in range(count):
            self.statement(depth)

    def block(self, count, depth):
        """An indented block. Names made in it may stay without a value, so they are forgotten after it."""
        kept = {kind: list(names) for kind, names in self.expressions.scope.items()}
        self.indent += 1
        self.body(count, depth)
        self.indent -= 1
        self.expressions.scope = kept

    def statement(self, depth):
        plain = [self.assign, self.assign, self.show, self.show, self.show, self.change, self.unpack, self.use_object]
        compound = [self.condition, self.loop, self.attempt, self.attempt, self.room, self.closure, self.use_generator]
        waiting = [self.sleep, self.sleep, self.call, self.call, self.spawn, self.spawn, self.join, self.join, self.gather]
        waiting += [self.gather, self.cancel, self.fail]
        choices = plain + (compound if depth > 0 else [])
        if self.in_coroutine and self.chance(0.55):
            choices = waiting
        elif self.chance(0.04):
            choices = [self.fail]
        elif self.in_loop and self.chance(0.08):
            choices = [self.leave_loop]
        self.rng.choice(choices)(depth)

    def assign(self, depth):
        kind = self.rng.choice(["int", "int", "str", "list", "dict", "float"])
        value = self.expressions.of(kind, 2)
        known = self.expressions.scope[kind]
        name = self.rng.choice(known) if known and self.chance(0.3) else self.new_name(kind)
        self.put(f"{name} = {value}")
        if name not in known:
            known.append(name)

    def show(self, depth):
        values = ", ".join(self.expressions.any(2) for _ in range(self.rng.randint(1, 3)))
        self.put(f"print({self.rng.randint(1, 99)}, {values})")

    def change(self, depth):
        scope = self.expressions.scope
        kind = self.rng.choice(["int", "list", "dict", "str"])
        if not scope[kind]:
            return self.assign(depth)
        name = self.rng.choice(scope[kind])
        integer = self.expressions.integer(1)
        self.put(self.rng.choice({
            "int": [f"{name} += {integer}", f"{name} -= {integer}", f"{name} //= {self.expressions.small()}", f"{name} %= 7"],
            "list": [f"{name} = list({name}) + [{integer}]", f"{name} = [*{name}][1:]", f"{name} = [{integer}, *{name}]"],
            "dict": [f"{name}['z'] = {integer}", f"{name}.pop('a', None)", f"{name}.update(b={integer})", f"del {name}['a']"],
            "str": [f"{name} += {self.expressions.string(0)}", f"{name} = {name}[:5] * 2"],
        }[kind]))

    def unpack(self, depth):
        first, rest = self.new_name("int"), self.new_name("list")
        self.put(f"{first}, *{rest} = {self.expressions.integer(1)}, *{self.expressions.sequence(1)}")
        self.expressions.scope["int"].append(first)
        self.expressions.scope["list"].append(rest)

    def use_object(self, depth):
        kind, value = self.rng.choice(["Base", "Child"]), self.expressions.integer(1)
        other = self.rng.choice(["Base(1)", "Child()", "5", "Child(extra='y')", "'text'"])
        expression = self.rng.choice(["{o} + {p}", "({o}).twice", "{o} == {p}", "{o} < {p}", "[{o}, {p}]", "({o} + {p}).value"])
        self.put(f"print({expression.format(o=f'{kind}({value})', p=other)}, Base.made)")

    def condition(self, depth):
        self.put(f"if {self.expressions.boolean(2)}:")
        self.block(self.rng.randint(1, 2), depth - 1)
        if self.chance(0.4):
            self.put(f"elif {self.expressions.boolean(1)}:")
            self.block(1, depth - 1)
        if self.chance(0.5):
            self.put("else:")
            self.block(self.rng.randint(1, 2), depth - 1)

    def loop(self, depth):
        name, kept = self.new_name("int"), self.in_loop
        if self.chance(0.75):
            source = f"range({self.rng.randint(0, 3)})" if self.chance(0.7) else f"{self.expressions.sequence(1)}[:3]"
            self.put(f"for {name} in {source}:")
            self.expressions.scope["int"].append(name)
        else:
            self.put(f"{name} = {self.rng.randint(1, 3)}")
            self.expressions.scope["int"].append(name)
            self.put(f"while ({name} := {name} - 1) >= 0:")
        self.in_loop = True
        # The counter is the loop's own: a statement that set it could make the loop endless.
        self.expressions.scope["int"].remove(name)
        self.expressions.fixed.append(name)
        self.block(self.rng.randint(1, 3), depth - 1)
        self.expressions.fixed.remove(name)
        self.in_loop = kept
        if self.chance(0.3):
            self.put("else:")
            self.block(1, depth - 1)

    def leave_loop(self, depth):
        self.put(self.rng.choice(["break", "continue"]))

    def attempt(self, depth):
        self.put("try:")
        self.block(self.rng.randint(1, 3), depth - 1)
        caught = self.chance(0.8)
        if caught:
            kind = "asyncio.CancelledError" if self.in_coroutine and self.chance(0.3) else self.rng.choice(CAUGHT)
            self.put(f"except {kind} as error:")
            self.indent += 1
            self.put("print('caught', type(error).__name__, error)")
            self.indent -= 1
            if self.chance(0.4):
                self.block(1, depth - 1)
            if self.chance(0.25):
                self.put("    raise" + self.rng.choice(["", " Oops('again') from error", " ValueError(3)"]))
            if self.chance(0.3):
                self.put("else:")
                self.block(1, depth - 1)
        if not caught or self.chance(0.5):
            self.put("finally:")
            self.put(f"    print('finally', {self.rng.randint(1, 99)})")
            if self.chance(0.4):
                self.block(1, depth - 1)

    def room(self, depth):
        swallow = self.rng.choice(["", ", ValueError", ", Exception", ", Oops"])
        word = "async with" if self.in_coroutine and self.chance(0.5) else "with"
        name = self.new_name("int")
        self.put(f"{word} Room('{name}'{swallow}) as {name}:")
        self.block(self.rng.randint(1, 2), depth - 1)

    def closure(self, depth):
        name, counter = self.new_name("function"), self.new_name("int")
        self.put(f"{counter} = {self.expressions.integer(1)}")
        self.put(f"def {name}(x=1, *more):")
        self.put(f"    nonlocal {counter}")
        self.put(f"    {counter} = {counter} % 1000 + x")
        self.put(f"    return {counter}, more, {self.expressions.any(1)}")
        self.expressions.scope["int"].append(counter)
        for _ in range(self.rng.randint(1, 2)):
            argument = self.rng.choice(["", "2", "3, 'm'", "x=4", f"*{self.expressions.sequence(0)}", "y=1"])
            self.put(f"print({name}({argument}), {counter})")

    def use_generator(self, depth):
        if not self.expressions.generators:
            return self.show(depth)
        made = f"{self.rng.choice(self.expressions.generators)}({self.expressions.integer(0)} % 4)"
        name = self.new_name("generator")
        self.put(f"{name} = {made}")
        for _ in range(self.rng.randint(1, 3)):
            self.put(self.rng.choice([
                f"print(next({name}, 'end'))",
                f"print(list({name}))",
                f"print({name}.send(None))",
                f"print([v + 1 for v in {name}])",
                f"{name}.close()",
                f"print(next({name}), {name}.send('sent'))",
                f"print({name}.throw(ValueError('thrown')))",
            ]))

    def fail(self, depth):
        self.put(f"if {self.expressions.boolean(1)}:")
        self.put(f"    raise {self.rng.choice(ERRORS)}")

    # --- waiting ---

    def delay(self):
        return self.rng.choice(DELAYS)

    def coroutine(self):
        """A coroutine to await: another of the program's, or a sleep with a result."""
        if self.next_coroutine < self.coroutines and self.chance(0.8):
            called = self.rng.randrange(self.next_coroutine, self.coroutines)
            self.fresh += 1
            return f"w{called}('{'abcdefgh'[self.fresh % 8]}{self.fresh}', {self.expressions.integer(0)})"
        return f"asyncio.sleep({self.delay()}, {self.expressions.integer(0)})"

    def sleep(self, depth):
        if self.chance(0.15):
            self.put(f"time.sleep({self.rng.choice(['0.1', '0.5', '1.25'])})")
        else:
            self.put(f"await asyncio.sleep({self.delay()})")

    def call(self, depth):
        self.put(f"print(await {self.coroutine()})")

    def spawn(self, depth):
        name = self.new_name("task")
        named = ", name='T" + name + "'" if self.chance(0.2) else ""
        self.put(f"{name} = asyncio.create_task({self.coroutine()}{named})")
        self.expressions.scope["task"].append(name)
        if self.chance(0.3):
            self.put(f"print({name}.get_name(), {name}.done())")

    def join(self, depth):
        tasks = self.expressions.scope["task"]
        if not tasks:
            return self.spawn(depth)
        name = self.rng.choice(tasks)
        if self.chance(0.5):
            self.put(f"print('joined', await {name})")
            return
        self.put("try:")
        self.put(f"    print('joined', await {name})")
        self.put(f"except {self.rng.choice(['Exception', 'asyncio.CancelledError', 'BaseException'])} as error:")
        self.put(f"    print('join failed', repr(error), {name}.done(), {name}.cancelled())")

    def gather(self, depth):
        parts = [self.coroutine() for _ in range(self.rng.randint(1, 3))]
        if self.expressions.scope["task"] and self.chance(0.4):
            parts.insert(self.rng.randrange(len(parts) + 1), self.rng.choice(self.expressions.scope["task"]))
        if self.chance(0.4):
            parts.append("return_exceptions=True")
        if self.chance(0.15):
            self.put(f"print(await asyncio.gather(*[{self.coroutine()} for _ in range({self.rng.randint(0, 3)})]))")
        else:
            self.put(f"print('gathered', await asyncio.gather({', '.join(parts)}))")

    def cancel(self, depth):
        if not self.expressions.scope["task"]:
            return self.spawn(depth)
        name = self.rng.choice(self.expressions.scope["task"])
        self.put(f"print({name}.cancel(), {name}.done())")
        if self.chance(0.5):
            self.put("await asyncio.sleep(0)")
            self.put(f"print({name}.done(), {name}.cancelled())")


def generate(seed):
    return Generator(seed).program()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seed", type=int, required=True)
    print(generate(arguments.parse_args().seed), end="")
