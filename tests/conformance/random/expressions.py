"""Random expressions of a wanted type, over the names that have a value where they will stand.

They use single quotes and no backslashes, and never begin with a brace, so that each may stand inside an f-string.
Numbers stay small: no power of a variable, and shifts by a few places only.
"""

INTEGERS = ["0", "1", "2", "3", "4", "7", "-1", "-5", "10", "255", "1_000", "0x1f", "10**18", "2**64", "True"]
FLOATS = ["0.0", "0.5", "1.5", "2.5", "-0.25", "0.1", "1e16", "1e-07", "123.456", "-7.0", "3.14159"]
STRINGS = ["''", "'a'", "'soup'", "'tea time'", "'Ünï'", "' pad '", "'a,b,,c'", "'42'", "'-7'", "'it is'", "'Zed'", "'🙂x'"]
INTEGER_SPECS = ["", ":d", ":5", ":<5", ":^6", ":05", ":+", ":,", ":x", ":b", ":>8_", ":.2f", ":e", "!r", "!s:>4", ":,.1f"]
FLOAT_SPECS = ["", ":.2f", ":8.3f", ":e", ":g", ":+.1f", ":.0%", ":,.2f", ":<9.1f", "!r", ":010.2f", ":.3g"]
STRING_SPECS = ["", "!r", ":>6", ":<6", ":^7", ":*^9", ":.2", "!r:>9", "!a"]


class Expressions:
    def __init__(self, rng):
        self.rng = rng
        self.scope = {}
        self.fixed = []  # integers that may be read but not assigned
        self.functions = []
        self.generators = []
        self.in_fstring = False

    def of(self, kind, depth):
        return {
            "int": self.integer, "str": self.string, "list": self.list, "dict": self.dict, "float": self.float, "bool": self.boolean,
        }[kind](depth)

    def any(self, depth):
        kind = self.rng.choice(["int", "int", "str", "str", "list", "dict", "float", "bool", "tuple", "fstring"])
        if kind == "tuple":
            return f"({self.any(0)}, {self.any(0)})"
        if kind == "fstring":
            return self.fstring(depth)
        return self.of(kind, depth)

    def known(self, kind):
        return self.scope.get(kind, []) + (self.fixed if kind == "int" else [])

    def leaf(self, kind, literals):
        names = self.known(kind)
        return self.rng.choice(names) if names and self.rng.random() < 0.6 else self.rng.choice(literals)

    def small(self):
        return self.rng.choice(["1", "1", "2", "2", "3", "3", "4", "-1", "-2", "-3", "5", "0"] if self.rng.random() < 0.3 else ["1", "2", "3", "-2"])

    def place(self):
        """An index that is usually there."""
        return self.rng.choice(["0", "0", "0", "-1", "1", "2"])

    def digits(self):
        """A string that is a number, but for one in four."""
        return self.rng.choice(["'42'", "'-7'", "' 9_0 '", self.string(0)])

    def integer(self, depth):
        if depth <= 0:
            return self.leaf("int", INTEGERS)
        a, b, small = self.integer(depth - 1), self.integer(depth - 1), self.small()
        forms = [
            f"({a} + {b})", f"({a} - {b})", f"({a} * {small})", f"({a} // {small})", f"({a} % {small})", f"-{a}", f"({a} & {b})",
            f"({a} | {small})", f"({a} ^ {b})", f"({a} >> 2)", f"({a} << 3)", f"~{a}", f"abs({a})", f"min({a}, {b})", f"max({a}, {b}, 1)",
            f"len({self.string(depth - 1)})", f"len({self.list(depth - 1)})", f"sum({self.list(depth - 1)})",
            f"({a} if {self.boolean(depth - 1)} else {b})", f"divmod({a}, {small})[{self.rng.randint(0, 1)}]",
            f"int({self.float(depth - 1)})", f"round({self.float(depth - 1)})", f"int({self.digits()})", f"{self.list(depth - 1)}[{self.place()}]",
            f"({a} and {b})", f"({a} or {b})", f"{self.string(depth - 1)}.count('a')", f"{self.string(depth - 1)}.find('a')",
            f"(lambda x, y={a}: x - y)({b})", f"[{a}, {b}].index({a})", f"sorted([{a}, {b}, {small}])[-1]", f"pow({a}, 3, 1009)",
            f"{self.dict(depth - 1)}.get('a', {a})", f"({self.dict(depth - 1)} | dict(b=3))['{self.rng.choice('bbba')}']", f"next(iter({self.list(depth - 1)}), {a})",
        ]
        if self.functions:
            function = self.rng.choice(self.functions)
            forms += [f"{function}({a})", f"{function}({a}, {b})", f"{function}({a}, *{self.list(0)}, key='q')", f"{function}(b={a}, a={b})"]
        return self.rng.choice(forms)

    def float(self, depth):
        if depth <= 0:
            return self.leaf("float", FLOATS)
        a, i = self.float(depth - 1), self.integer(depth - 1)
        return self.rng.choice([
            f"({a} + {i})", f"({i} / {self.small()})", f"({a} * 3)", f"round({a}, 1)", f"float({i})", f"({a} // 2)", f"({a} % {self.small()})",
            f"-{a}", f"max({a}, {i})", f"sum([0.1] * 3, {a})", f"({a} ** 2)", f"abs({a})", f"({i} * 0.1)", f"divmod({a}, 0.5)[0]",
        ])

    def boolean(self, depth):
        if depth <= 0:
            return self.rng.choice(["True", "False", f"{self.integer(0)} > 2", f"{self.integer(0)} % 2 == 0", f"{self.string(0)}"])
        a, b = self.integer(depth - 1), self.integer(depth - 1)
        return self.rng.choice([
            f"({a} < {b})", f"({a} == {b})", f"({a} != {b})", f"({a} <= {b} < 10)", f"(1 < {a} > {b})", f"(not {self.boolean(depth - 1)})",
            f"({self.boolean(depth - 1)} and {self.boolean(depth - 1)})", f"({self.boolean(depth - 1)} or {self.boolean(0)})",
            f"({a} in {self.list(depth - 1)})", f"('a' in {self.string(depth - 1)})", f"({self.string(0)} < {self.string(0)})",
            f"isinstance({self.any(0)}, (int, str))", f"({self.list(0)} < {self.list(0)})", f"any({self.list(0)})", f"({a} is None)",
            f"({self.float(0)} >= {a})", f"({self.dict(0)} == {self.dict(0)})", f"('b' not in {self.dict(0)})",
        ])

    def string(self, depth):
        if depth <= 0:
            return self.leaf("str", STRINGS)
        a = self.string(depth - 1)
        forms = [
            f"({a} + {self.string(0)})", f"str({self.any(depth - 1)})", f"repr({self.any(depth - 1)})", f"{a}.upper()", f"{a}[::-1]", f"{a}[1:]",
            f"{a}[{self.small()}:{self.small()}]", f"({a} * 2)", f"'-'.join({a}.split())", f"{a}.replace('a', 'b')", f"{a}.strip()", f"{a}.title()",
            f"', '.join(map(str, {self.list(depth - 1)}))", f"({a} + 'z')[{self.place()}]", f"max({a}, 'm')", f"{a}.center(9, '*')", f"type({self.any(0)}).__name__",
            f"('%s|%5d|%r' % ({a}, {self.integer(0)}, {self.any(0)}))", f"'{{}}-{{:>4}}'.format({self.any(0)}, {self.integer(0)})", f"{a}.zfill(5)",
            f"''.join(sorted({a}))", f"{a}.partition(' ')[0]", f"({a} or 'empty')",
        ]
        if not self.in_fstring:
            forms += [self.fstring(depth)] * 4
        return self.rng.choice(forms)

    def fstring(self, depth):
        if self.in_fstring:
            return self.string(depth)
        self.in_fstring = True
        pieces = []
        for _ in range(self.rng.randint(1, 3)):
            kind, specs = self.rng.choice([("int", INTEGER_SPECS), ("float", FLOAT_SPECS), ("str", STRING_SPECS), ("list", ["", "!r", "!s:>9"])])
            equals = "=" if self.rng.random() < 0.1 else ""
            pieces.append("{(" + self.of(kind, depth - 1) + ")" + equals + self.rng.choice(specs) + "}")
        self.in_fstring = False
        return 'f"' + self.rng.choice([" ", "|", "{{}}", " - "]).join(pieces) + '"'

    def sequence(self, depth):
        return self.list(depth)

    def list(self, depth):
        """A list of integers (or a tuple of them: a function's *rest)."""
        if depth <= 0:
            return self.leaf("list", ["[]", "[1]", "[3, 1, 2]", "[5, -1, 5, 0]", "[10**18, 2]", "list(range(4))"])
        a, i = self.list(depth - 1), self.integer(depth - 1)
        return self.rng.choice([
            f"[{i}, {self.integer(0)}]", f"[x * 2 for x in {a}]", f"[x for x in {a} if x % 2]", f"sorted({a})", f"sorted({a}, key=lambda x: -x)",
            f"list(reversed({a}))", f"{a}[1:]", f"{a}[::-1]", f"[*{a}, {i}]", f"list(map(abs, {a}))", f"list(range({self.rng.randint(0, 4)}))",
            f"[x + y for x in {a}[:3] for y in (0, 1)]", f"[i * x for i, x in enumerate({a})]", f"list({self.dict(0)}.values())",
            f"sorted({{{i}, 3, 1}})", f"[len(s) for s in {self.string(0)}.split(',')]", f"[x if x > 1 else {i} for x in {a}]",
            f"list(filter(None, {a}))", f"[*{a}[:2], *{a}[-1:]]",
        ])

    def dict(self, depth):
        if depth <= 0:
            return self.leaf("dict", ["dict()", "dict(a=1)", "dict(b=2, a=1)", "dict([('c', 3), ('a', 0)])"])
        a, i = self.dict(depth - 1), self.integer(depth - 1)
        return self.rng.choice([
            f"({{'a': {i}, 'b': {self.integer(0)}}})", f"({a} | dict(b={i}))", f"({{**{a}, 'c': {i}}})", f"({{k: v for k, v in {a}.items() if v}})",
            f"dict(zip('abc', {self.list(depth - 1)}))", f"({{str(x): x for x in {self.list(depth - 1)}}})", f"dict(sorted({a}.items()))",
        ])
