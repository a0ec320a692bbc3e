"""Random programs of the language alone: expressions of every kind, statements nested in every way. The same for the same seed.

What fails is caught and printed near where it fails, so that a program goes on to its end; loops are short, so that it ends.
Where what is done makes no sense (one hole in twelve gets an expression of another kind), the message must agree too.
"""

import random
import re

from grammar import FORMS, LEAVES, PREAMBLE
from library import DEFINITIONS, MORE_PREAMBLE

WRONG_KIND = 0.05
HOLE = re.compile("<([a-z]+)>")
FIXED_KINDS = ("small", "ispec", "fspec", "sspec", "any", "bool")
RAISED = ["ValueError('bad', 1)", "KeyError('key')", "Oops", "Oops('oops')", "IndexError()", "StopIteration(5)", "ExceptionGroup('g', [ValueError(1), KeyError('k')])", "GeneratorExit", "TypeError from None"]
CAUGHT = ["ValueError", "KeyError", "Oops", "(IndexError, TypeError)", "Exception", "ZeroDivisionError", "LookupError", "ArithmeticError", "BaseException"]
TARGETS = {"i": "int", "x": "float", "s": "str", "l": "list", "d": "dict", "q": "set", "u": "bytes", "p": "tuple", "o": "object", "names": "slist"}
MODULES = "abc asyncio bisect collections contextlib copy datetime functools heapq itertools json math operator random re statistics string textwrap".split()
FROM = {"dataclasses": "asdict astuple dataclass field fields replace", "enum": "Enum IntFlag auto", "typing": "NamedTuple"}
ALWAYS = {"t", "Oops", "V", "P", "Room", "room", "Last"}  # what lines of this file's own name
PIECES = (PREAMBLE + MORE_PREAMBLE).strip().split("\n\n\n")
PIECE_NAME = re.compile(r"^(?:async )?(?:def|class) (\w+)|^(\w+) =", re.MULTILINE)
WORD = re.compile(r"\w+")
PATTERNS = [
    "0 | 1 | 2", "int(n) if n > 5", "int()", "str() as text", "'a' | 'soup'", "[]", "[one]", "[first, *others]", "[int(a), int(b)]", "(a, [b, *_])", "{'a': value}", "{'a': 1, **others}", "{}", "P(x=0)", "P(1, y)", "Pair(a, b) if a == b",
    "Color.RED", "None", "float() | bool()", "V(n=n)", "[*_, last]", "-1", "Stack([a])", "list() | tuple()", "bytes()", "set()", "'x' 'y'", "True", "dict(others)", "str(a)",
]


class Program:
    def __init__(self, seed):
        self.rng = random.Random(seed * 7919 + 1)
        self.lines = []
        self.indent = 0
        self.mark = 0
        self.names = 0
        self.in_loop = self.in_function = self.in_generator = False
        self.functions = []

    def write(self):
        rng = self.rng
        for name, kind in TARGETS.items():
            self.put(f"{name} = {rng.choice([leaf for leaf in LEAVES[kind] if leaf.split('(')[0] not in TARGETS and leaf != 'k'])}")
        self.put("k = 4")
        for _ in range(rng.randint(0, 3)):
            self.function(rng.random() < 0.4)
        if rng.random() < 0.5:
            self.class_definition()
        if rng.random() < 0.4:
            self.definition()
        for _ in range(rng.randint(8, 20)):
            if rng.random() < 0.55:
                self.put(f"t({self.next_mark()}, lambda: {self.expression(rng.choice(['any', 'none', 'any', 'int', 'str']), 3)})")
            elif rng.random() < 0.3:
                self.statement(3)
            else:
                self.guarded(3)
        if rng.random() < 0.2:
            self.put(f"print({self.expression('any', 2)})")
        return needed("\n".join(self.lines)) + "\n".join(self.lines) + "\n"

    # --- expressions ---

    def expression(self, kind, depth):
        return self.fill("<" + kind + ">", depth)

    def fill(self, template, depth, first=False):
        """The template with every hole filled."""

        def hole(match):
            kind = match[1]
            if kind not in FORMS and kind not in LEAVES:
                return match[0]
            while kind == "any":
                kind = self.rng.choice(FORMS["any"])[1:-1]
            if kind not in FIXED_KINDS and self.rng.random() < WRONG_KIND:
                kind = self.rng.choice(FORMS["any"])[1:-1]
            text = ""
            if depth > 0 and kind != "small" and self.rng.random() > 0.25:
                text = self.fill(self.rng.choice(FORMS[kind]), depth - 1)
            if not text or ('"' in text and self.quoted):
                text = self.rng.choice(LEAVES[kind])
            # A literal or an operation, where what follows would bind tighter.
            return f"({text})" if template[match.end() : match.end() + 1] in (".", "[", "(") and not text.isidentifier() else text

        if template.startswith('f"'):
            if getattr(self, "quoted", False):
                return "s"
            self.quoted = True
            text = HOLE.sub(hole, template)
            self.quoted = False
            return text
        return HOLE.sub(hole, template)

    quoted = False

    # --- lines ---

    def put(self, line):
        self.lines.append("    " * self.indent + line)

    def next_mark(self):
        self.mark += 1
        return self.mark

    def new(self, prefix):
        self.names += 1
        return f"{prefix}{self.names}"

    def chance(self, probability):
        return self.rng.random() < probability

    def block(self, depth, count=None):
        self.indent += 1
        for _ in range(count or self.rng.randint(1, 3)):
            self.statement(depth)
        self.indent -= 1

    def guarded(self, depth):
        self.put("try:")
        self.block(depth)
        self.put("except Exception as e:")
        self.put(f"    print({self.next_mark()}, 'caught', type(e).__name__, e, repr(e.__context__), repr(e.__cause__))")

    # --- statements ---

    def statement(self, depth):
        simple = [self.show, self.show, self.assign, self.assign, self.augment, self.unpack, self.store, self.delete, self.leave, self.leave, self.fail, self.last, self.aside, self.drive]
        compound = [self.condition, self.for_loop, self.while_loop, self.attempt, self.attempt, self.attempt, self.room, self.match, self.closure, self.function_here, self.group]
        if self.in_generator and self.chance(0.3):
            return self.give(depth)
        self.rng.choice(simple if depth <= 0 or self.chance(0.5) else compound)(depth)

    def show(self, depth):
        self.put(f"print({self.next_mark()}, {self.expression('any', 2)})")

    def assign(self, depth):
        name = self.rng.choice(list(TARGETS))
        self.put(f"{name} = {self.expression(TARGETS[name], 2)}")

    def augment(self, depth):
        name, operator, kind = self.rng.choice([
            ("i", "+=", "int"), ("i", "-=", "int"), ("i", "//=", "int"), ("i", "%=", "int"), ("i", "^=", "int"), ("l", "+=", "list"), ("l", "*=", "small"), ("s", "+=", "str"), ("d", "|=", "dict"),
            ("q", "|=", "set"), ("q", "&=", "set"), ("q", "-=", "set"), ("x", "*=", "float"), ("x", "/=", "float"), ("u", "+=", "bytes"), ("p", "+=", "tuple"), ("l[0]", "+=", "int"), ("d['a']", "+=", "int"), ("o", "+=", "int"), ("l[1:]", "+=", "list"), ("s", "%=", "any"), ("o.x", "+=", "int")])
        self.put(f"{name} {operator} {self.expression(kind, 2)}")

    def unpack(self, depth):
        self.put(self.fill(self.rng.choice([
            "i, *l = <list>", "i, k = <tuple>", "*l, i = <list>", "(i, x), s = <tuple>, <str>", "i = k = <int>", "l[0], i = i, l[0]", "[i, [s, *names]] = <int>, <slist>", "i, x, s = <any>", "for i, s in <any>: print(i, s); break",
            "d['z'], l[<small>] = <int>, <int>", "*l, = <any>", "i, k = k, i", "a, b, *c = <str>"]), 2))

    def store(self, depth):
        self.put(self.fill(self.rng.choice([
            "l[<small>] = <int>", "l[<small>:<small>] = <list>", "d[<str>] = <any>", "o.x = <any>", "o.new = <any>", "l[::2] = <list>", "l.append(<int>)", "l.sort()", "l.reverse()", "d.update(<dict>)", "q.add(<any>)", "u[0] = <int>", "p[0] = <any>", "s[0] = <str>",
            "l.insert(<small>, <int>)", "l.extend(<any>)", "d.setdefault(<str>, []).append(<int>)", "q.discard(<any>)", "q.update(<list>)", "i: int = <int>", "o.n = <int>", "Color.RED = 2", "P.x = 3", "l.sort(key=<any>)", "l.clear()", "assert <any>, <any>", "assert <bool>", "nothing.x = 1", "l[<any>] = 1", "d[<any>] = 1"]), 2))

    def delete(self, depth):
        self.put(self.fill(self.rng.choice(["del l[<small>]", "del l[<small>:]", "del d[<str>]", "del l[::2]", "del d['a'], l[0]", "del o.x", "del p[0]", "del u[<small>]", "del nothing", "l.pop()"]), 1))

    def leave(self, depth):
        """What goes out of a block: the more ways, the better, where it is in a loop or a function."""
        words = []
        if self.in_loop:
            words += ["break", "continue"]
        if self.in_function:
            words += [f"return {self.expression('any', 1)}", "return"]
        if not words:
            return self.show(depth)
        word = self.rng.choice(words)
        if self.chance(0.5):
            word = f"if {self.expression('bool', 1)}: {word}"
        self.put(word)

    def fail(self, depth):
        error = self.rng.choice(RAISED + ["Oops(<int>) from ValueError(<str>)", "<any>", "Oops from <any>", "Oops(<any>)"])
        text = f"raise {self.fill(error, 1)}"
        self.put(text if self.chance(0.3) else f"if {self.expression('bool', 1)}: {text}")

    def last(self, depth):
        name = self.new("g")
        self.put(self.rng.choice([f"{name} = Last('{name}')", f"Last('{name}')", f"{name} = [Last('{name}')]; {name} = None", f"print(Last('{name}').name)", f"{name} = Last('{name}'); del {name}", f"o = Last('{name}')"]))

    def aside(self, depth):
        self.put(f"t({self.next_mark()}, lambda: {self.expression('any', 2)})")

    def drive(self, depth):
        made = self.rng.choice(self.functions)[1:] if self.functions and self.chance(0.7) else None
        if made is None:
            made = ("gen(4)", True)
        call, is_generator = made
        if not is_generator:
            self.put(f"print({self.next_mark()}, {call})")
            return
        name = self.new("m")
        self.put(f"{name} = {call}")
        for _ in range(self.rng.randint(1, 5)):
            self.put(self.rng.choice([
                f"print(next({name}, 'end'))", f"print(next({name}, 'end'))", f"print(list({name}))", f"t({self.next_mark()}, lambda: {name}.send(<any>))", f"t({self.next_mark()}, lambda: next({name}))", f"{name}.close()", f"print({name}.send(None))",
                f"t({self.next_mark()}, lambda: {name}.throw(<error>))", f"for v in {name}: print('got', v); break", f"del {name}; {name} = iter('ab')", f"print([*itertools.islice({name}, 2)])"]).replace("<any>", self.expression("any", 1)).replace("<error>", self.rng.choice(["ValueError('in')", "KeyError", "Oops(2)", "GeneratorExit", "StopIteration(1)"])))

    def give(self, depth):
        self.put(self.fill(self.rng.choice(["yield <any>", "yield", "i = yield <int>", "print('sent', (yield <any>))", "yield from <list>", "x = yield from gen(<small>)", "s = yield from countdown(<small>)", "yield from <any>", "l = [(yield 1), (yield 2)]", "print(f'{(yield 7)}')"]), 1))

    def condition(self, depth):
        self.put(f"if {self.expression('bool', 2)}:")
        self.block(depth - 1)
        if self.chance(0.3):
            self.put(f"elif {self.expression('any', 1)}:")
            self.block(depth - 1)
        if self.chance(0.5):
            self.put("else:")
            self.block(depth - 1)

    def looped(self, heading, depth):
        kept, self.in_loop = self.in_loop, True
        self.put(heading)
        self.block(depth - 1)
        self.in_loop = kept
        if self.chance(0.35):
            self.put("else:")
            self.block(depth - 1, 1)

    def for_loop(self, depth):
        heading = self.rng.choice(["for i in range(3):", "for k in <list>[:3]:", "for s in <str>[:2]:", "for i, s in enumerate(<str>[:2]):", "for s, i in list(<dict>.items())[:2]:", "for o in [V(1), P(1, 2)]:", "for i in gen(3):", "for k in countdown(2):", "for *l, i in [<list>, <list>]:", "for i in V(2):", "for l[0] in range(2):"])
        self.looped(self.fill(heading, 1), depth)

    def while_loop(self, depth):
        name = self.new("n")
        self.put(f"{name} = {self.rng.randint(1, 3)}")
        self.looped(f"while ({name} := {name} - 1) >= 0{self.rng.choice(['', ' and ' + self.expression('bool', 1)])}:", depth)

    def attempt(self, depth):
        self.put("try:")
        self.block(depth - 1)
        caught = self.chance(0.8)
        if caught:
            for kind in self.rng.sample(CAUGHT, self.rng.choice([1, 1, 2])):
                if self.chance(0.8):
                    self.put(f"except {kind} as e:")
                    self.put(f"    print({self.next_mark()}, type(e).__name__, e, repr(e.__context__))")
                else:
                    self.put(f"except {kind}:")
                self.block(depth - 1)
                if self.chance(0.15):
                    self.put("    raise")
            if self.chance(0.3):
                self.put("else:")
                self.block(depth - 1)
        if not caught or self.chance(0.5):
            kept, self.in_loop = self.in_loop, self.in_loop and self.chance(0.5)
            self.put("finally:")
            self.put(f"    print({self.next_mark()}, 'finally')")
            self.block(depth - 1, 1)
            self.in_loop = kept

    def group(self, depth):
        kept, self.in_loop, function, self.in_function = self.in_loop, False, self.in_function, False
        self.put("try:")
        self.block(depth - 1, 1)
        self.put(f"    raise ExceptionGroup('many', [ValueError({self.expression('small', 0)}), Oops('o'), ExceptionGroup('in', [KeyError('k'), ValueError(7)])])")
        generator, self.in_generator = self.in_generator, False
        for kind in self.rng.sample(["ValueError", "KeyError", "Oops", "(OSError, TypeError)", "LookupError"], 2):
            self.put(f"except* {kind} as e:")
            self.put(f"    print({self.next_mark()}, repr(e), len(e.exceptions))")
            if self.chance(0.4):
                self.put("    " + self.rng.choice(["raise", "raise Oops('more')", "e = 1", "raise e.exceptions[0]"]))
        self.in_generator = generator
        self.in_loop, self.in_function = kept, function

    def room(self, depth):
        swallow = self.rng.choice(["", ", ValueError", ", Exception", ", Oops", ", BaseException"])
        name = self.new("r")
        self.put(self.rng.choice([
            f"with Room('{name}'{swallow}) as {name}:", f"with Room('{name}'{swallow}), room('{name}b') as {name}:", f"with room('{name}'):", f"with (Room('{name}') as {name}, Room('{name}b'{swallow})):", "with contextlib.suppress(ValueError, KeyError):", f"with Room('{name}'), contextlib.nullcontext(3) as {name}:"]))
        self.block(depth - 1)

    def match(self, depth):
        self.put(f"match {self.expression('any', 2)}:")
        self.indent += 1
        for pattern in self.rng.sample(PATTERNS, self.rng.randint(2, 5)):
            self.put(f"case {pattern}:")
            self.block(depth - 1, 1)
            if self.chance(0.4):
                bound = [word for word in re.findall(r"\b(?:n|text|one|first|others|a|b|value|y|last)\b", pattern.split("(")[-1].replace("'a'", ""))]
                if bound:
                    self.put(f"    print({self.next_mark()}, {bound[-1]})")
        if self.chance(0.5):
            self.put("case _:")
            self.block(depth - 1, 1)
        self.indent -= 1

    def closure(self, depth):
        name = self.new("inner")
        holder = "nonlocal" if self.in_function else "global"
        target = self.rng.choice(["i", "s", "l"])
        parameters = self.rng.choice(["a=1, *more", "a, /, b=2", "*, key=3", "a, b=<int>, **named", "*args", "x=i, y=s", ""])
        self.put(f"def {name}({self.fill(parameters, 1)}):")
        if self.chance(0.5):
            self.put(f"    {holder} {target}")
            self.put(f"    {target} = {self.expression(TARGETS[target], 1)}")
        self.put(f"    return {self.expression('any', 2)}")
        for _ in range(self.rng.randint(1, 3)):
            arguments = self.rng.choice(["", "<any>", "<any>, <any>", "a=<any>", "*<list>", "**<dict>", "<int>, *<list>, key=<any>", "b=1, a=2", "key=<any>"])
            self.put(f"t({self.next_mark()}, lambda: {name}({self.fill(arguments, 1)}))")

    def function_here(self, depth):
        if depth < 2:
            return self.show(depth)
        self.function(self.chance(0.4), depth - 1)
        self.drive(depth)

    def function(self, is_generator, depth=3):
        name = self.new("made" if is_generator else "f")
        kept = self.in_loop, self.in_function, self.in_generator
        self.in_loop, self.in_function, self.in_generator = False, True, is_generator
        head = self.lines
        if self.chance(0.15) and not is_generator:
            self.put(self.rng.choice(["@functools.cache", "@functools.wraps(add)", "@(lambda f: lambda *a: ('wrapped', f(*a)))", "@functools.lru_cache(maxsize=2)"]))
        self.put(f"def {name}(i=1, s='p', x=0.5, names=('n',), k=2, l=None, d=None, q=frozenset({{1}}), u=b'u', p=(1,), o=None):")
        self.put("    l, d, o = l or [1, 2], d or {'a': 1}, o or P(1, 1)")
        self.block(depth, self.rng.randint(2, 5))
        if is_generator:
            self.put("    yield 'last'")
        self.put(f"    return {self.expression('any', 1)}")
        self.in_loop, self.in_function, self.in_generator = kept
        if self.indent == 0:
            self.functions.append((name, f"{name}({self.rng.choice(['', '3', 'i', 's=s', '2, s', 'l=[3, 1]'])})", is_generator))

    def class_definition(self):
        name = self.new("C")
        self.put(f"class {name}({self.rng.choice(['V', 'P', 'Stack', 'dict', 'Exception', 'object', 'Pair', 'int', 'str'])}):")
        self.put("    " + self.fill(self.rng.choice(["shared = <any>", "l = [i for _ in range(2)]", "i: int = <int>", "'''words'''", "pass"]), 1))
        for method in self.rng.sample(["__repr__", "__str__", "__eq__", "__getattr__", "__setattr__", "__enter__", "__missing__", "__init_subclass__", "__iter__", "__add__", "__hash__", "__lt__", "go", "__bool__", "__call__", "__getitem__", "__format__", "__len__"], 4):
            parameters = {"__eq__": ", other", "__getattr__": ", name", "__setattr__": ", name, value", "__missing__": ", key", "__add__": ", other", "__lt__": ", other", "__call__": ", *rest", "__getitem__": ", key", "__format__": ", spec", "__init_subclass__": ", **named"}.get(method, "")
            self.put(f"    def {method}(self{parameters}):")
            if self.chance(0.4):
                self.put(f"        print({self.next_mark()}, '{method}')")
            safe = {"__setattr__": "object.__setattr__(self, name, value)", "__getattr__": f"return {self.expression('any', 0)} if name == 'go' else super().__getattribute__(name)"}.get(method)
            kind = {"__repr__": "str", "__str__": "str", "__eq__": "bool", "__hash__": "int", "__bool__": "bool", "__len__": "small", "__format__": "str", "__lt__": "bool"}.get(method, "any")
            self.put(f"        {safe or 'return ' + self.expression(kind, 1)}")
        made = self.new("c")
        self.put("try:")
        self.put(f"    {made} = {name}({self.rng.choice(['', '1', '1, 2', '[1]'])})")
        self.put("except Exception as e:")
        self.put(f"    print({self.next_mark()}, type(e).__name__, e)")
        self.put(f"    {made} = {self.expression('object', 0)}")
        for _ in range(self.rng.randint(2, 5)):
            use = self.rng.choice(["{}", "str({})", "{} == {}", "{}.go", "{}.go()", "{}.shared", "len({})", "bool({})", "{} + 1", "{}[0]", "{}(1, 2)", "list({})", "{} < {}", "hash({}) * 0", "format({}, 'z')", "setattr({}, 'w', 1)", "{}.w", "type({}).__mro__", "f'{{{}!s}}'", "isinstance({}, V)", "{}.__enter__()", "{} in [{}]"]).replace("{}", made)
            self.put(f"t({self.next_mark()}, lambda: {use})")


    def definition(self):
        """A piece that defines something and tries it; what goes wrong outside of its functions ends it."""
        self.names += 1
        text = "".join(self.fill(line, 1) for line in self.rng.choice(DEFINITIONS).replace("@1", str(self.names)).splitlines(keepends=True))
        self.put("try:")
        for line in text.splitlines():
            self.lines.append("    " + line if line else "")
        self.put("except Exception as e:")
        self.put(f"    print({self.next_mark()}, type(e).__name__, e)")


def needed(text):
    """What of the preamble `text` names, and the imports: a program that imports all that there is says no more, and is slower."""
    words, taken, named = set(WORD.findall(text)), {0}, True
    names = [[match[0] or match[1] for match in PIECE_NAME.findall(piece)] for piece in PIECES]
    while named:
        named = [i for i, own in enumerate(names) if i not in taken and (words | ALWAYS) & {name for name in own if name != "_"}]
        taken.update(named)
        for i in named:
            words.update(WORD.findall(PIECES[i]))
            named += [j for j, own in enumerate(names) if own == ["_"] and names[j - 1][0] in ("shape", "_") and j not in taken and "shape" in words]
            taken.update(named)
    words.update(ALWAYS)
    imports = [f"import {name}" for name in MODULES if name in words]
    imports += [f"from {module} import {', '.join(used)}" for module, all_of_it in FROM.items() if (used := [name for name in all_of_it.split() if name in words])]
    return "\n".join(imports) + "\n\n\n" + "\n\n\n".join(PIECES[i] for i in sorted(taken) if i > 0) + "\n\n\n"


def generate(seed):
    """A program that CPython's compiler takes: the few that it would not are made anew, from a seed of the same seed."""
    while True:
        source = Program(seed).write()
        try:
            compile(source, "generated", "exec")
            return source
        except SyntaxError:
            seed += 10_000_019


if __name__ == "__main__":
    import sys

    print(generate(int(sys.argv[1])), end="")
