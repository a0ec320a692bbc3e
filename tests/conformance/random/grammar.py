"""What random programs of the language are made of: templates by kind, holes in angle brackets.

`<int>` is filled with an expression of that kind, one level less deep; at depth 0 only LEAVES are taken. Expressions hold no
double quotes and no backslash, so that each may stand in an f-string. Numbers that set a length are `<small>`.
"""

LEAVES = {
    "int": ["0", "1", "2", "3", "7", "-1", "-5", "10", "255", "1_000", "0x1f", "10**18", "2**64", "-2**63", "10**30", "True", "i", "i", "i", "k", "k"],
    "small": ["0", "1", "1", "2", "2", "3", "4", "-1", "-2"],
    "float": ["0.0", "0.5", "1.5", "2.5", "-0.25", "0.1", "1e16", "1e-07", "123.456", "-7.0", "x", "x", "float('inf')", "-0.0", "1e300"],
    "str": ["''", "'a'", "'soup'", "'tea time'", "'Ünï'", "' pad '", "'a,b,,c'", "'42'", "'-7'", "'Zed'", "'🙂x'", "s", "s", "s", "'ß'", "'a1b2'", "'x=1'"],
    "list": ["[]", "[1]", "[3, 1, 2]", "[5, -1, 5, 0]", "[10**18, 2]", "list(range(4))", "l", "l", "l"],
    "slist": ["[]", "['a']", "['b', 'a', 'C']", "'the quick brown'.split()", "names", "names"],
    "dict": ["{}", "{'a': 1}", "{'b': 2, 'a': 1}", "dict([('c', 3), ('a', 0)])", "d", "d", "d"],
    "set": ["set()", "{1}", "{3, 1, 2}", "set(range(3))", "frozenset({1, 9})", "q", "q"],
    "bytes": ["b''", "b'abc'", "b'a,b'", "bytes([1, 200, 65])", "bytearray(b'xyz')", "u", "u"],
    "tuple": ["()", "(1,)", "(1, 'a')", "(3, 2, 1)", "((1, 2), 3)", "p", "p"],
    "bool": ["True", "False", "i > 2", "not s"],
    "none": ["None", "...", "NotImplemented", "int", "len", "print", "Ellipsis", "object", "ValueError", "ValueError('v')", "range(3)", "slice(1, 2)", "iter([])", "type(None)"],
    "object": ["P(1, 2)", "P(0, 0)", "V(3)", "V(-1)", "Color.RED", "Level.HIGH", "Pair(1, 2)", "o", "o", "Stack([1, 2])"],
}

FORMS = {
    "int": [
        "(<int> + <int>)", "(<int> - <int>)", "(<int> * <small>)", "(<int> // <int>)", "(<int> % <int>)", "-<int>", "(<int> & <int>)", "(<int> | <int>)",
        "(<int> ^ <int>)", "(<int> >> <small>)", "(<int> << <small>)", "~<int>", "abs(<int>)", "min(<int>, <int>)", "max(<int>, <int>, 1)", "(<int> ** <small>)",
        "len(<any>)", "sum(<list>)", "(<int> if <bool> else <int>)", "divmod(<int>, <int>)[<small>]", "int(<float>)", "round(<float>)", "int(<str>)",
        "int(<str>, 16)", "<list>[<small>]", "(<int> and <int>)", "(<int> or <int>)", "<str>.count(<str>)", "<str>.find(<str>)", "<str>.index(<str>)",
        "(lambda x, y=<int>: x - y)(<int>)", "<list>.index(<int>)", "sorted(<list>)[-1]", "pow(<int>, <small>, 1009)", "<dict>.get(<str>, <int>)",
        "<dict>['a']", "<dict>[<str>]", "next(iter(<list>), <int>)", "(w := <int>) + w", "<int>.bit_length()", "(<int>).__index__()", "math.gcd(<int>, <int>)",
        "math.isqrt(<int>)", "math.comb(<small>, <small>)", "math.floor(<float>)", "round(<int>, -1)", "ord(<str>[0])", "hash(<int>)", "functools.reduce(lambda a, b: a * 2 + b, <list>, <int>)",
        "operator.add(<int>, <int>)", "bisect.bisect(sorted(<list>), <int>)", "len({*<list>, *<set>})", "int.from_bytes(<bytes>, 'big')", "<bytes>[<small>]",
        "<tuple>.count(<int>)", "<object>.total", "add(<int>, <int>)", "add(<int>)", "add(b=<int>, a=<int>)", "kw(<int>, key=<int>)", "kw(*<list>)", "fib(<small>)",
        "(<int>).real", "sum(x for x in <list> if x > <int>)", "max(<list>, default=<int>)", "<list>.count(<int>)", "int(<bool>)", "len(str(<int>))", "<set>.__len__()",
        "random.Random(<small>).randrange(1, 100)", "sum(map(len, <slist>))", "(<int>).bit_count()", "next(counter)", "collections.Counter(<str>)[<str>]",
    ],
    "float": [
        "(<float> + <int>)", "(<int> / <int>)", "(<float> * <float>)", "round(<float>, <small>)", "float(<int>)", "(<float> // <float>)", "(<float> % <float>)",
        "-<float>", "max(<float>, <int>)", "sum(<list>, <float>)", "(<float> ** <small>)", "abs(<float>)", "float(<str>)", "math.sqrt(<float>)", "math.fmod(<float>, <float>)",
        "math.log(<float>)", "(<float>).as_integer_ratio()[0]", "math.fsum(<list>)", "math.hypot(<float>, <int>)", "math.copysign(<float>, <float>)", "divmod(<float>, <float>)[0]",
        "math.exp(<float>)", "math.dist(<list>, <list>)", "math.prod(<list>)", "random.Random(<small>).random()", "(<float> if <bool> else <int>)", "(<int> ** -<small>)",
    ],
    "bool": [
        "(<int> < <int>)", "(<any> == <any>)", "(<int> != <float>)", "(<int> <= <int> < 10)", "(1 < <int> > <int>)", "(not <any>)", "(<bool> and <any>)", "(<bool> or <any>)",
        "(<int> in <list>)", "(<str> in <str>)", "(<str> < <str>)", "isinstance(<any>, (int, str))", "(<list> < <list>)", "any(<list>)", "all(<list>)", "(<any> is None)",
        "(<float> >= <int>)", "(<dict> == <dict>)", "(<str> not in <dict>)", "(<set> <= <set>)", "<set>.isdisjoint(<list>)", "<str>.isalpha()", "<str>.isdigit()", "<str>.startswith(<str>)",
        "<str>.endswith((<str>, <str>))", "callable(<any>)", "issubclass(type(<any>), object)", "hasattr(<any>, 'total')", "(<tuple> > <tuple>)", "(<object> == <object>)", "(<object> < <object>)",
        "bool(<any>)", "<str>.isidentifier()", "<str>.istitle()", "math.isclose(<float>, <float>)", "(<bytes> == <bytes>)", "(<int> in <bytes>)", "(<any> in <any>)", "<str>.isupper()",
        "(<set> < <set>)", "<str>.isspace()", "math.isnan(<float>)",
    ],
    "str": [
        "(<str> + <str>)", "str(<any>)", "repr(<any>)", "<str>.upper()", "<str>[::-1]", "<str>[1:]", "<str>[<small>:<small>]", "(<str> * <small>)", "'-'.join(<str>.split())",
        "<str>.replace(<str>, <str>)", "<str>.replace('a', 'bb', <small>)", "<str>.strip()", "<str>.strip(<str>)", "<str>.title()", "', '.join(map(str, <list>))", "<str>[<small>]", "max(<str>, 'm')",
        "<str>.center(9, '*')", "<str>.ljust(<small>, '.')", "type(<any>).__name__", "('%s|%5d|%r' % (<any>, <int>, <any>))", "('%-6s|%05.1f|%x|%c' % (<str>, <float>, <int>, 'q'))",
        "'{}-{:>4}-{!r}'.format(<any>, <int>, <str>)", "'{0}{1}{0}'.format(<int>, <str>)", "'{a[0]}{b.real}'.format(a=<str>, b=<int>)", "<str>.zfill(5)", "''.join(sorted(<str>))",
        "<str>.partition(<str>)[<small>]", "(<str> or 'empty')", "<str>.swapcase()", "<str>.capitalize()", "<str>.casefold()", "<str>.lower()", "<str>.expandtabs(4)", "<str>.removeprefix('a')",
        "<str>.rjust(6)", "<str>.translate({97: 'A', 98: None})", "<str>.translate(str.maketrans('ab', 'xy'))", "chr(97 + <small>)", "bin(<int>)", "hex(<int>)", "oct(<int>)", "format(<int>, '<ispec>')",
        "format(<float>, '<fspec>')", "format(<str>, '<sspec>')", "ascii(<any>)", "<bytes>.decode(errors='replace')", "<bytes>.hex()", "json.dumps(<any>)", "json.dumps(<dict>, indent=<small>, sort_keys=True)",
        "re.sub('[aeiou]', lambda m: m[0].upper(), <str>)", "string.ascii_lowercase[<small>]", "' '.join(<slist>)", "<slist>[<small>]", "<str>.join(<slist>)", "(<str> % <any>)", "f'{<int>:<ispec>}'".replace("'", '"'),
        'f"{<float>:<fspec>}|{<str>:<sspec>}"', 'f"{<any>!r:>12}"', 'f"{<int>=}"', 'f"{<str>!a}{{}}{<small>:>{<small>}}"', "str(<bytes>, 'latin-1')", "<str>.rpartition(',')[0]", "join(<str>, <str>, sep=<str>)",
        "str(<float>)", "(<str> and <str>)", "<str>.format(<any>)", "repr(<object>)", "str(<object>)", "type(<object>).__mro__[-1].__name__", "textjoin(<str>, *<slist>)",
    ],
    "list": [
        "[<int>, <int>]", "[x * 2 for x in <list>]", "[x for x in <list> if x % 2]", "sorted(<list>)", "sorted(<list>, key=lambda x: -x)", "sorted(<list>, reverse=True)", "list(reversed(<list>))",
        "<list>[1:]", "<list>[::-1]", "<list>[<small>:<small>:<small>]", "[*<list>, <int>]", "list(map(abs, <list>))", "list(range(<small>, 5))", "list(range(5, <small>, -1))", "[x + y for x in <list>[:3] for y in (0, 1)]",
        "[i * x for i, x in enumerate(<list>, <small>)]", "list(<dict>.values())", "sorted(<set>)", "[len(s) for s in <str>.split(',')]", "[x if x > 1 else <int> for x in <list>]", "list(filter(None, <list>))",
        "(<list> + <list>)", "(<list> * <small>)", "list(gen(<small>))", "list(itertools.accumulate(<list>))", "list(itertools.chain(<list>, <list>))", "list(itertools.islice(<list>, <small>))", "list(<bytes>)",
        "list(itertools.takewhile(lambda x: x < <int>, <list>))", "[a * b for a, b in zip(<list>, <list>)]", "[*map(lambda a, b: a - b, <list>, <list>)]", "heapq.nsmallest(<small>, <list>)", "[m for m in <list> if (n := m % 3) and n > 0]",
        "[sum(r) for r in zip(*[<list>, <list>])]", "list(countdown(<small>))", "list(<tuple>)", "copy.copy(<list>)", "[*gen(2), *<list>]", "random.Random(<small>).sample(range(20), 3)", "[f(<small>) for f in [lambda v, j=j: v + j for j in range(2)]]",
        "[x for x in <list> for x in range(2)]", "list(collections.deque(<list>, maxlen=<small>))", "[<int> for _ in range(<small>)]", "list(itertools.compress(<list>, [1, 0, 1]))", "list(map(int, <str>))",
    ],
    "slist": [
        "<str>.split()", "<str>.split(',')", "<str>.split(<str>)", "<str>.rsplit(' ', 1)", "<str>.splitlines()", "sorted(<slist>)", "sorted(<slist>, key=len)", "sorted(<slist>, key=str.lower, reverse=True)", "[s.upper() for s in <slist>]",
        "list(<str>)", "list(<dict>)", "sorted(<dict>, key=<dict>.get)", "[repr(x) for x in <list>]", "list(map(str, <list>))", "(<slist> + <slist>)", "re.findall('[a-z]+', <str>)", "re.split('[, ]', <str>)", "[a + b for a, b in zip(<str>, <str>)]",
        "[k for k, _ in itertools.groupby(<str>)]", "list(dict.fromkeys(<slist>))", "[*<str>]", "[a + b for a, b in itertools.combinations(<str>[:3], 2)]", "[format(x, '<ispec>') for x in <list>]",
    ],
    "dict": [
        "{'a': <int>, 'b': <int>}", "(<dict> | {'b': <int>})", "{**<dict>, 'c': <int>}", "{k: v for k, v in <dict>.items() if v}", "dict(zip('abc', <list>))", "{str(x): x for x in <list>}", "dict(sorted(<dict>.items()))",
        "dict(<dict>, z=<int>)", "{v: k for k, v in <dict>.items()}", "dict.fromkeys(<str>, <int>)", "collections.Counter(<str>)", "{s: len(s) for s in <slist>}", "dict(enumerate(<str>))", "collections.OrderedDict(<dict>)", "copy.deepcopy(<dict>)",
        "collections.defaultdict(int, <dict>)", "json.loads(json.dumps(<dict>))", "dict(<list>)", "dict([<tuple>])", "vars(P(<int>, 2))", "dict(a=<any>)",
    ],
    "set": [
        "set(<list>)", "(<set> | <set>)", "(<set> & <set>)", "(<set> - <set>)", "(<set> ^ <set>)", "{x % 5 for x in <list>}", "<set>.union(<list>)", "frozenset(<list>)", "{<int>, <int>}", "{*<list>, *<set>}", "<set>.symmetric_difference(<list>)", "set(<bytes>)", "<set>.copy()", "<set>.difference(<list>, <set>)",
    ],
    "bytes": [
        "<str>.encode()", "(<bytes> + <bytes>)", "(<bytes> * <small>)", "<bytes>[<small>:<small>]", "<bytes>.upper()", "<bytes>.replace(b'a', b'zz')", "bytes(<list>)", "bytes(<small>)", "<bytes>.strip()", "b' '.join(<bytes>.split(b','))", "<bytes>[::-1]", "(<int>).to_bytes(4, 'little')", "bytes.fromhex('00ff41')", "bytearray(<bytes>)", "<bytes>.center(8, b'-')", "b'%d:%s' % (<int>, b'x')",
    ],
    "tuple": [
        "(<any>, <any>)", "tuple(<list>)", "(<tuple> + <tuple>)", "(<tuple> * <small>)", "<tuple>[<small>:]", "divmod(<int>, <int>)", "(*<list>, <any>)", "tuple(x for x in <list>)", "<tuple>[::-1]", "next(zip(<list>, <str>))", "(<float>).as_integer_ratio()", "max(<dict>.items())", "<str>.partition(<str>)", "min([<tuple>, <tuple>])", "next(iter(<dict>.items()))", "spread(*<list>)", "spread(*<tuple>, **<dict>)", "spread(<any>, k=<any>)", "math.frexp(<float>)", "astuple(<object>)", "operator.itemgetter(0, -1)(<list>)", "re.match('([a-z]+)([0-9]*)', <str>).groups()",
    ],
    "object": [
        "P(<int>, <int>)", "V(<int>)", "(V(<int>) + V(<int>))", "(V(<int>) + <int>)", "(<int> + V(<int>))", "P(<any>, y=<any>)", "P(<int>)", "Color(<small>)", "Color[<str>]", "Color['RED']", "Level(<small>)", "Pair(<any>, <any>)", "Pair(<int>, 2)._replace(y=<any>)", "Stack(<list>)", "replace(P(1, 2), x=<int>)", "Level.LOW | <small>",
        "-V(<int>)", "V(<int>)[<small>]", "V(<int>)(<int>)", "Stack(<list>)[<small>]", "type(<object>)(<int>)", "<object>.twin", "max(<object>, <object>)", "sorted([<object>, <object>])", "iter(<list>)", "range(<int>, <int>, <small>)", "reversed(<list>)", "V(<int>).missing", "Stack(<list>).push(<int>)", "copy.copy(<object>)", "(<object> @ <object>)", "functools.partial(add, <int>)()", "slice(<any>, <small>)",
    ],
    "none": ["None", "<object>", "type(<any>)", "<list>.append(<int>)", "<dict>.popitem()", "<list>.pop(<small>)", "<set>.pop()", "lambda: <any>", "<dict>.keys()", "<dict>.items()", "iter(<str>)", "print(<any>, <any>, sep=<str>, end=';')", "getattr(<any>, <str>)", "getattr(<object>, 'x', <any>)",
             "<dict>.setdefault(<str>, <any>)", "<dict>.pop(<str>)", "<list>.remove(<int>)", "<any>()", "<any>[<any>]", "<any>.foo", "(<any> + <any>)", "(<any> * <small>)", "(<any> - <any>)", "(<any> < <any>)", "(<any> % <any>)", "-<any>", "len(<any>)", "iter(<any>)", "hash(<any>) * 0", "int(<any>)", "float(<any>)", "list(<any>)", "sorted(<any>)", "sum(<any>)", "max(<any>)", "set(<any>)", "dict(<any>)", "round(<any>)", "abs(<any>)", "next(<any>)", "str.join(<any>, <any>)", "add(<any>, <any>, <any>)", "add(<any>, a=<any>)", "kw(<any>, <any>)", "kw(key=1, other=2)", "spread(**<any>)", "spread(*<any>)", "(await_ := <any>)", "isinstance(<any>, <any>)", "zip(<any>, <any>)", "'{:d}'.format(<any>)", "format(<any>, <str>)", "ord(<any>)", "chr(<int>)", "bytes(<any>)", "range(<any>)", "enumerate(<any>, <any>)", "divmod(<any>, <any>)", "pow(<any>, <small>)", "tuple(<any>)", "reversed(<any>)", "map(<any>, <any>)", "<str>.split(<any>)", "<str>.join(<any>)", "<str>.replace(<any>, <any>)", "<str>.startswith(<any>)", "<str>.count(<any>)", "<str>.zfill(<any>)", "<list>.index(<any>)", "<list>.extend(<any>)", "<list>.insert(<any>, <any>)", "<dict>.update(<any>)", "<set>.add(<any>)", "<set> | <any>", "<dict> | <any>", "<list> + <any>", "<tuple> + <any>", "<str> + <any>", "<bytes> + <any>", "callable(<any>)()", "any(<any>)", "all(<any>)", "min(<any>, key=len)", "sorted(<list>, key=<any>)", "sorted(<any>, <any>)", "print(*<any>)", "print(<any>, sep=<any>)", "json.dumps(<any>)", "json.loads(<any>)", "math.floor(<any>)", "math.sqrt(<any>)", "collections.Counter(<any>)", "collections.deque(<any>, <any>)", "itertools.chain(<any>)", "functools.reduce(add, <any>)", "operator.itemgetter(<any>)(<any>)", "copy.copy(<any>)", "random.Random(1).choice(<any>)", "random.Random(<small>).choices(<list>, k=2)", "re.findall(<str>, <str>)", "super()", "super().x", "<any>.__name__", "<any>.__class__", "issubclass(<any>, <any>)", "setattr(<any>, 'x', 1)", "delattr(<any>, 'x')", "type(<any>, <any>)", "property(<any>)", "bool(<any>)", "slice(<any>)", "memo(<any>)", "filter(<any>, <any>)", "bytearray(<any>)", "frozenset(<any>)"],
}
FORMS["any"] = ["<%s>" % kind for kind in "int int float str str list slist dict set bytes tuple bool none object".split()]
LEAVES["any"] = ["<%s>" % kind for kind in "int int float str str list slist dict set bytes tuple bool none object".split()]

FORMS["ispec"] = LEAVES["ispec"] = ["", "d", "5", "<5", "^6", "05", "+", ",", "x", "b", ">8_", ".2f", "e", "#x", "#010b", "+,d", "_x", "c", "08,.2f", "%", "=+6", "*^9", " d", "n", "s", "G", "o", "q", "5.2d", "<", "{}"]
FORMS["fspec"] = LEAVES["fspec"] = ["", ".2f", "8.3f", "e", "g", "+.1f", ".0%", ",.2f", "<9.1f", "010.2f", ".3g", "=+9.2f", "#.0f", "G", "E", ".10g", "d", "_.1f", " .3", "n", ".0f", ".0e", "x", "z", "*>12,.3f"]
FORMS["sspec"] = LEAVES["sspec"] = ["", ">6", "<6", "^7", "*^9", ".2", "10.3", "s", "=5", "05", "d", ",", "🙂>5", "x<", "+", ".3s", "-^3"]

PREAMBLE = '''import abc, bisect, collections, contextlib, copy, functools, heapq, itertools, json, math, operator, random, re, string
from dataclasses import astuple, dataclass, field, replace
from enum import Enum, IntFlag, auto


def t(n, f):
    try:
        value = f()
        print(n, type(value).__name__, repr(value))
    except Exception as e:
        print(n, type(e).__name__, e)


class Color(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = 1

    @property
    def total(self):
        return self.value * 10


class Level(IntFlag):
    LOW = 1
    HIGH = 4


@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)

    @property
    def total(self):
        return self.x + self.y


Pair = collections.namedtuple("Pair", "x y")


class V:
    """A number that says what is done to it."""

    made = 0
    __slots__ = ("n",)

    def __init__(self, n):
        self.n = n
        V.made += 1

    def __add__(self, other):
        return V(self.n + (other.n if isinstance(other, V) else other))

    def __radd__(self, other):
        return V(other + self.n)

    def __neg__(self):
        return V(-self.n)

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, V) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, V) else NotImplemented

    def __bool__(self):
        return self.n > 0

    def __len__(self):
        return self.n

    def __getitem__(self, key):
        if isinstance(key, slice):
            return (key.start, key.stop, key.step)
        if key > 2:
            raise IndexError("past the end")
        return self.n * key

    def __call__(self, *rest, **named):
        return (self.n, rest, named)

    def __contains__(self, item):
        return item == self.n

    def __repr__(self):
        return f"V({self.n!r})"

    def __format__(self, spec):
        return f"<{spec}>"

    def __iter__(self):
        yield from range(self.n)

    @classmethod
    def make(cls, n):
        return cls(n)

    @property
    def twin(self):
        return V(self.n)

    @twin.setter
    def twin(self, value):
        self.n = value.n


class Stack(list):
    total = property(sum)

    def push(self, item):
        self.append(item)
        return self

    def __getattr__(self, name):
        if name.startswith("top"):
            return self[-1]
        raise AttributeError(f"no {name} here")


class Room:
    def __init__(self, name, swallow=()):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, error, tb):
        print("exit", self.name, kind and kind.__name__, error)
        return kind is not None and issubclass(kind, self.swallow)


@contextlib.contextmanager
def room(name):
    print("open", name)
    try:
        yield name
    except KeyError as e:
        print("room caught", e)
    finally:
        print("close", name)


class Last:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


class Oops(Exception):
    pass


def add(a, b=2):
    return a + b


def kw(a, /, *rest, key=0):
    return a + len(rest) + key


def spread(*rest, **named):
    return rest, named


def join(*parts, sep=" ", **more):
    return sep.join(parts)


def textjoin(first, /, *rest, **named):
    return first + "".join(rest)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.lru_cache
def memo(n):
    return [n]


def gen(n):
    got = None
    for j in range(n):
        got = yield j if got is None else got * 10
    return "over"


def countdown(n):
    while n > 0:
        yield n
        n -= 1


counter = itertools.count(1)
'''
