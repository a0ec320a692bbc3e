"""More that random programs of the language are made of: the standard library's modules, and statements that define things.

Same holes as in grammar.py, whose tables these are added to. DEFINITIONS are whole pieces of a program at its top level: a line
with `<names>` of a kind is filled like any other; `@` before a number stands for a fresh name.
"""

from grammar import FORMS

MORE = {
    "int": [
        "datetime.date(2024, 1 + abs(<small>), 28).toordinal()", "(datetime.date(2024, 2, 29) - datetime.date(2023, <small>, 1)).days", "datetime.timedelta(hours=<int>).days", "datetime.date(2024, 3, <int>).isoweekday()",
        "sum(1 for _ in itertools.product(<list>, repeat=2))", "len([*itertools.permutations(<list>[:3])])", "max(itertools.accumulate(<list>, max), default=<int>)", "sum(itertools.islice(itertools.cycle(<list>), <small>))",
        "next(itertools.dropwhile(lambda v: v < <int>, <list>))", "collections.Counter(<list>).total()", "collections.ChainMap(<dict>, <dict>)['a']", "functools.partial(add, <int>)(b=<int>)", "operator.attrgetter('x')(<object>)",
        "statistics.median(<list>)", "statistics.mode(<list>)", "sorted(<slist>, key=functools.cmp_to_key(lambda a, b: len(a) - len(b)))[0].__len__()", "math.lcm(<int>, <int>)", "math.perm(<small>, <small>)", "math.trunc(<float>)", "math.ceil(<float>)",
        "int(<str>, <small>)", "int(<bytes>)", "(<int>).__rsub__(<int>)", "(<int>).conjugate()", "int.__add__(<int>, <int>)", "heapq.heappushpop(sorted(<list>), <int>)", "bisect.bisect_left(<slist>, <str>)", "(<list> or [<int>])[-1]", "(<int> if <any> else <int>)",
        "len(range(<int>, <int>, <small>))", "range(<int>, <int>, <small>)[<small>]", "range(<small>, 9).index(<int>)", "sum(x * y for x, y in itertools.pairwise(<list>))", "shape(<object>)", "shape(<any>)", "(lambda *a, k=<int>, **n: len(a) + k + len(n))(*<list>, **<dict>)",
        "[<int>, <int>][<bool>]", "min(<list>, key=lambda v: (v % 3, -v))", "(y := <int>, y + 1)[1]", "sum((x := v) for v in <list>) + 0", "round(<int>, <small>)", "round(<float>, None)", "int(format(<int>, 'd'))", "<str>.rfind(<str>)", "<str>.rindex(<str>, <small>)",
        "re.compile('a|b').sub('', <str>).__len__()", "re.search('[0-9]+', <str>).start()", "len(re.findall('(a)|(b)', <str>))", "textwrap.shorten(<str>, 8).__len__()", "Temperature(<int>).degrees", "Account(<int>).deposit(<int>).balance", "Account(<int>).balance",
    ],
    "float": [
        "statistics.mean(<list>)", "statistics.pstdev(<list>)", "statistics.stdev(<list>)", "statistics.fmean(<list>)", "datetime.timedelta(minutes=<int>, seconds=<float>).total_seconds()", "float('%.3f' % <float>)", "math.modf(<float>)[0]", "math.ldexp(<float>, <small>)", "math.remainder(<float>, <float>)",
        "math.log10(<int>)", "math.log2(<float>)", "math.log(<float>, <int>)", "math.pow(<float>, <small>)", "math.atan2(<float>, <float>)", "math.degrees(<float>)", "math.ulp(<float>)", "math.nextafter(<float>, <int>)", "float.fromhex((<float>).hex())", "random.Random(<int>).uniform(<int>, <float>)", "random.Random(<small>).gauss(0, 1)",
        "round(<float>, <int>)", "(<float>).__round__(<small>)", "sum([<float>, <float>, <float>])", "max([<float>, <int>])", "(<int> // <float>)", "(<int> % <float>)", "(-<float>) ** <small>", "math.cbrt(<float>)", "abs(<float>) ** 0.5", "Temperature(<float>).fahrenheit",
    ],
    "bool": [
        "math.isinf(<float>)", "isinstance(<any>, int | str)", "isinstance(<any>, (list, tuple, set))", "isinstance(<any>, collections.abc.Iterable)", "isinstance(<any>, collections.abc.Hashable)", "isinstance(<any>, collections.abc.Mapping)", "issubclass(bool, <any>)", "(<float>).is_integer()",
        "(<any> != <any>)", "(<tuple> == <tuple> != <any>)", "(<slist> == <slist>)", "(<int> is <int>) or True", "<str>.isnumeric()", "<str>.isalnum()", "<str>.isprintable()", "<str>.isascii()", "<str>.islower()", "<str>.isdecimal()", "<str>.startswith(<str>, <small>)", "<str>.endswith(<str>, <small>, <small>)",
        "any(v > <int> for v in <list>)", "all(isinstance(v, int) for v in <any>)", "(<dict> <= <dict>)", "(<dict>.keys() & <dict>.keys() == set())", "(<set> == <dict>.keys())", "<set>.issubset(<list>)", "<set>.issuperset(<any>)", "(<bytes> < <bytes>)", "<bytes>.isdigit()", "<bytes>.startswith(<bytes>)", "(Version(<small>, 1) < Version(<small>, <small>))", "(Version(<int>) >= Version(1))",
        "re.fullmatch('[a-z ]*', <str>) is None", "bool(re.match(<str>, 'a'))", "(datetime.date(2024, 1, <int>) < datetime.date(2024, 1, 9))", "(Color.RED is Color(1))", "(Color.GREEN in Color)", "bool(Level.LOW & Level(<small>))", "hasattr(<object>, <str>)", "(<object> in [<object>, <object>])", "(not <any> and <bool>)", "(1 < <int> < <float> <= 300)",
    ],
    "str": [
        "datetime.date(2024, 1 + abs(<small>), 9).strftime('%a %d %B %Y')", "datetime.datetime(2024, 2, 29, 12, abs(<small>)).isoformat()", "str(datetime.timedelta(seconds=<int>))", "str(datetime.timedelta(days=<small>, seconds=<float>))", "repr(datetime.timedelta(minutes=<small>))", "datetime.datetime(2024, 1, 31, <int>).isoformat(' ')", "str(datetime.date.fromisoformat('2024-0' + str(<small>) + '-1' + str(<small>)))",
        "f\"{datetime.date(2024, 5, 17):%j %U}\"", "textwrap.dedent('  ' + <str>)", "textwrap.fill(<str> * 4, 9)", "textwrap.indent(<str>, '> ')", "textwrap.shorten(<str>, <int>)", "string.Template('$a and ${b}').safe_substitute(<dict>)", "string.Template('$a $$').substitute(<dict>)", "string.capwords(<str>)",
        "json.dumps(<any>, separators=(',', ':'))", "json.dumps(<any>, default=str)", "json.dumps(<list>, indent=2)", "json.dumps(<str>, ensure_ascii=False)", "json.dumps(<dict>, skipkeys=True)", "json.dumps([<float>, <int>, None, <bool>])", "re.sub('(.)(.)', r2, <str>)", "re.sub('a', <str>, <str>, <small>)", "re.escape(<str>)", "repr(re.search('[a-z]', <str>))", "re.split('([,=])', <str>)[<small>]",
        "'{:>{w}}'.format(<str>, w=<small>)", "'{0!r:^9}'.format(<str>)", "'{:{}}'.format(<int>, '<ispec>')", "'{x.real:+d}'.format(x=<int>)", "'{[a]}'.format(<dict>)", "'%(a)s %(a)r' % <dict>", "'%s and %s' % <tuple>", "'%5.2f%%' % <float>", "'%-5d|%+d' % (<int>, <int>)", "'%x %o %e' % (<int>, <int>, <float>)", "'%s' % (<any>,)", "'%*d' % (<small>, <int>)", "'%c%c' % (97 + <small>, 'b')",
        "<str>.encode('utf-8').decode('latin-1')", "<str>.encode('ascii', 'replace').decode()", "<str>.encode('ascii', 'backslashreplace').decode()", "<str>.encode('ascii').decode()", "<str>.ljust(<small>)", "<str>.center(<int> % 12)", "<str>.lstrip(<str>)", "<str>.rstrip('a')", "<str>.replace(<str>, <str>, <small>)", "<str>.removesuffix(<str>)", "<str>[<small>:<small>:<small>]", "<str>[-1:]",
        "''.join(reversed(<str>))", "''.join(c for c in <str> if c.isalpha())", "''.join(f\"{c}\" for c in <str>)", "' '.join(map(repr, <tuple>))", "str(<tuple>)", "str(<dict>)", "repr(<bytes>)", "str(type(<any>))", "str(<set>.__class__)", "str(Version(<small>, <small>))", "repr(Version(<any>))", "str(Temperature(<int>))", "repr(Frozen(<any>, <any>))", "repr(collections.deque(<list>, <small>))", "str(collections.Counter(<list>))", "repr(collections.ChainMap(<dict>))", "repr(range(<int>, <int>))", "str(slice(<int>, None))",
        "f\"{<int>!r:>5}|{<float>:>9.2f}|{<str>!s:<4}\"", "f\"{<list>!s:>12}\"", "f\"{<int>:{'<'}{<small>}}\"", "f\"{<any>=!s}\"", "f\"{<float>=:.1f}\"", "f\"{(lambda v: v)(<int>)}\"", "f\"{<dict>}\"", "f\"{<bool> and <int>}\"", "f\"{{<int>}} {<str>}\"", "shape(<any>).__class__.__name__", "greet(<any>)", "(greet.__wrapped__)(<any>)", "greet.__name__", "sys_text(<any>)",
    ],
    "list": [
        "[*itertools.chain.from_iterable([<list>, <list>])]", "[*itertools.zip_longest(<list>, <list>, fillvalue=<int>)]", "[*itertools.product(<list>[:2], <str>[:2])]", "[*itertools.permutations(<list>[:3], 2)]", "[*itertools.combinations_with_replacement(<list>[:3], 2)]", "[*itertools.pairwise(<list>)]", "[*itertools.starmap(add, <list>)]", "[*itertools.starmap(pow, [(2, 3), (3, <small>)])]", "[*itertools.filterfalse(None, <list>)]", "[*itertools.repeat(<any>, <small>)]", "[*itertools.accumulate(<list>, operator.mul, initial=<int>)]", "[(k, [*g]) for k, g in itertools.groupby(<list>, lambda v: v % 2)]", "[*itertools.islice(itertools.count(<int>, <small>), 3)]", "[[*a] for a in itertools.tee(<list>)]",
        "heapq.nlargest(<small>, <list>, key=lambda v: -v)", "[*heapq.merge(sorted(<list>), sorted(<list>))]", "heap_of(<list>)", "sorted(<list>, key=lambda v: (v % 2, -v))", "sorted(<dict>.items(), key=lambda kv: kv[::-1])", "sorted(<slist>, key=lambda w: (len(w), w))", "sorted(<any>, key=str)", "sorted(<any>, key=repr, reverse=<bool>)", "[*zip(<list>, <str>, strict=True)]", "[*map(add, <list>, <list>)]", "[*map(<any>, <list>)]", "[*filter(lambda v: v > 0, <list>)]", "[*enumerate(<slist>, <small>)]", "[*reversed(<tuple>)]", "[*range(<small>, <int> % 9, <small>)]",
        "[[i * j for j in range(2)] for i in range(3)]", "[(a, b) for a in <list>[:2] for b in <str>[:2] if a]", "[z for y in [<list>, <list>] for z in y]", "[g() for g in [lambda: v for v in <list>]]", "[v for v in (w for w in <list>) if v != <int>]", "[last := v for v in <list>]", "[v if v else w for v, w in zip(<list>, <list>)]", "[i for i in range(<small>)] + [i]", "list({k: 0 for k in <list>})", "list(dict(zip(<list>, <list>)).items())", "[*{**<dict>}]", "[<any>, *<any>]", "collections.Counter(<str>).most_common(<small>)", "collections.Counter(<list>).most_common()", "[*collections.Counter(<str>).elements()]", "rotated(<list>, <small>)", "[*<dict>.items()]", "[*<dict> | <dict>]", "random.Random(<small>).choices(<list>, k=3)", "shuffled(<list>)", "[int(c) for c in str(<int>)]", "statistics.quantiles(<list>)", "statistics.multimode(<list>)",
        "[m.group() for m in re.finditer('[a-z]+', <str>)]", "[m.span() for m in re.finditer(<str>, <str>)]", "re.findall('(.)=(.)', <str>)", "[*divmod(<int>, <int>)]", "[*tree(<small>)]", "[*Countdown(<small>)]", "[*chained(<list>, <list>)]", "[*Linked(<list>)]", "(<list> if <bool> else <list>)", "insorted(<list>, <int>)", "[P.__name__, *P.__match_args__]", "[f.name for f in fields(P)]", "[c.name for c in Color]", "[*Color.__members__]", "list(Level.LOW | Level.HIGH)",
    ],
    "dict": [
        "{k: [*g] for k, g in itertools.groupby(sorted(<list>))}", "grouped(<slist>)", "collections.defaultdict(list, <dict>)", "dict(collections.ChainMap(<dict>, <dict>))", "dict(sorted(<dict>.items(), key=lambda kv: str(kv[1])))", "{i: {j: i * j for j in range(2)} for i in <list>[:2]}", "{**<dict>, **<dict>}", "{x: y for x, y in zip(<str>, <list>)}", "dict(zip(<list>, <str>, strict=<bool>))", "collections.Counter(<list>) + collections.Counter(<list>)", "collections.Counter(<str>) - collections.Counter(<str>)", "asdict(P(<int>, <any>))", "asdict(<object>)", "Pair(<int>, <any>)._asdict()", "json.loads(<str>)", "json.loads('[1, 2.5, null]')", "json.loads(json.dumps({'a': <any>}))", "re.match('(?P<first>.)(?P<rest>.*)', <str>).groupdict()", "dict(Linked(<slist>))", "copy.copy(<dict>)", "<dict>.copy()", "dict.fromkeys(<list>)", "{<any>: <any>}", "{frozenset(<list>): <int>}", "moved(<dict>, <str>)", "{str(k): v for k, v in <dict>.items()}",
    ],
    "tuple": ["Version(<int>, <small>).parts", "Point3(<int>, <any>)", "Point3(<int>, <int>, <int>)[1:]", "(*<str>, *<tuple>)", "<str>.rpartition(<str>)", "tuple(sorted(<tuple>, key=str))", "tuple(map(type, <tuple>))", "(lambda a, /, b=2, *c, d=4, **e: (a, b, c, d, e))(*<list>, **<dict>)", "functools.reduce(lambda a, b: (a, b), <list>)", "tuple(zip(*[<list>, <list>]))", "(<int>,) * <small>", "datetime.date(2024, <int>, 3).isocalendar()[:]", "next(itertools.zip_longest(<list>, <str>))", "max([<tuple>, <tuple>], key=len)", "tuple(<any>)", "heapq.heappop([<tuple>, <tuple>])", "re.subn('a', 'b', <str>)", "(<float>).as_integer_ratio()", "math.modf(<float>)", "spread(*<str>, **{'k': <any>})", "kind_of(<any>)"],
    "bytes": ["<bytes>.hex(' ').encode()", "b'%s|%d' % (<bytes>, <int>)", "bytes(map(abs, <list>))", "<bytes>.ljust(<small>, b'.')", "<str>.encode('utf-16-le')", "<bytes>.split(b'b')[0]", "<bytes>.translate(None, b'a')", "(<int>).to_bytes(<small>, 'big', signed=<bool>)", "bytes(reversed(<bytes>))", "bytearray(<int> % 5)", "b''.join([<bytes>, <bytes>])", "<bytes>.removeprefix(b'a')", "base64_of(<bytes>)"],
    "set": ["{v for v in <any>}", "{(v, v % 2) for v in <list>}", "set(range(<small>)) - <set>", "<set> | set(<list>)", "{frozenset(<list>), frozenset(<set>)}", "functools.reduce(operator.or_, [<set>, <set>], set())", "<dict>.keys() - <dict>.keys() and set()", "set(map(len, <slist>))", "{True, <int>, 1.0}"],
    "object": ["Version(<small>, <small>)", "Version(<any>)", "Temperature(<int>)", "Temperature.from_text(<str>)", "Account(<int>)", "Savings(<int>, <int>)", "Savings(<int>).deposit(<any>)", "Frozen(<int>, <str>)", "Point3(<int>, <int>)", "Linked(<list>)", "Countdown(<small>)", "sorted([Version(2, 1), Version(1, <small>)])", "max(Version(<int>), Version(<int>))", "replace(Frozen(1, 'a'), size=<any>)", "sum([V(1), V(<int>)], V(0))", "Registry.known[<str>]", "Circle(<int>)", "Square(<int>)", "Shape()", "Circle(<int>) + Square(<int>)", "Level.LOW | Level.HIGH", "Level(<int>)", "~Level.LOW", "datetime.date(2024, <small>, <int>)", "datetime.timedelta(<small>, <int>)", "datetime.date(2024, 1, 31) + datetime.timedelta(<int> % 400)", "datetime.datetime(2024, 1, 1) - datetime.datetime(2023, <small>, 1)", "collections.deque(<list>, maxlen=<small>)", "functools.partial(add, <any>)(<any>)"],
    "none": ["Frozen(1, 'a').__setattr__('size', <any>)", "setattr(Temperature(1), 'degrees', <any>)", "Account(<int>).deposit(<any>)", "Shape().area", "Circle(<any>).area", "Account.balance", "Temperature.degrees", "Registry.known", "shape.dispatch(int)", "Countdown(<any>)", "Linked(<any>)", "Point3(<int>)", "Version()", "greet()", "greet(<any>, <any>)", "kind_of()", "<object>()", "<object>[<any>]", "<object> + <object>", "<object> - <object>", "(<object> < <any>)", "<object>.deposit(<int>)", "vars(<object>)", "hash(<object>) * 0", "json.loads(<any>)", "json.dumps({<any>: <any>})", "json.dumps(<object>)", "re.compile('(' + <str>)", "re.sub('a', <any>, <str>)", "textwrap.wrap(<any>)", "datetime.date(<any>, 1, 1)", "datetime.datetime.fromisoformat(<str>)", "datetime.datetime.strptime(<str>, '%Y')", "datetime.timedelta(<any>)", "statistics.mean(<any>)", "math.gcd(<any>)", "math.factorial(<any>)", "heapq.heappop(<any>)", "bisect.insort(<any>, <any>)", "itertools.islice(<list>, <any>)", "[*itertools.chain(<any>)]", "collections.namedtuple(<str>, <str>)", "int(<str>, <any>)", "round(<any>, <any>)", "str(<any>, <any>)", "bytes(<any>, <any>)", "'{}{}'.format(<any>)", "'%d' % <any>", "'%s %s' % <any>", "<str>.join(<any>)", "<str>.encode(<str>)", "sum(<any>, <any>)", "zip(<list>, <any>, strict=True)", "dict(<any>, **<dict>)", "{}.fromkeys(<any>)", "{**<any>}", "[*<any>]", "{*<any>}", "(*<any>,)", "print(*<list>, sep=<str>)", "print(end='')", "max(<any>, default=1)", "max(key=len)", "iter(<any>, <any>)", "type(<any>)(<any>)", "Color(<any>)", "Level(<any>)", "Pair(<any>)", "add()", "add(1, 2, b=3)", "add(c=1)", "kw()", "kw(a=1)", "textjoin(first='a')"],
}

for kind, forms in MORE.items():
    FORMS[kind] += forms

MORE_PREAMBLE = '''

class Temperature:
    """A property that checks, and one that is worked out."""

    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def degrees(self):
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273:
            raise ValueError(f"{value} is too cold")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("no degrees")
        del self._degrees

    @functools.cached_property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    @classmethod
    def from_text(cls, text):
        return cls(float(text))

    @staticmethod
    def unit():
        return "C"

    def __str__(self):
        return f"{self.degrees} {self.unit()}"


class Positive:
    """A descriptor."""

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        if not value >= 0:
            raise ValueError(f"{self.name[1:]} must not be negative: {value!r}")
        setattr(instance, self.name, value)

    def __repr__(self):
        return f"Positive({self.name!r})"


class Account:
    balance = Positive()

    def __init__(self, balance=0):
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self

    def __repr__(self):
        return f"{type(self).__name__}({self.balance})"


class Savings(Account):
    def __init__(self, balance=0, rate=1):
        super().__init__(balance)
        self.rate = rate

    def deposit(self, amount):
        return super().deposit(amount + self.rate)


@functools.total_ordering
class Version:
    __slots__ = ("parts",)

    def __init__(self, major, minor=0, *rest):
        self.parts = (major, minor, *rest)

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    def __str__(self):
        return ".".join(map(str, self.parts))

    def __repr__(self):
        return f"Version{self.parts}"


@dataclass(frozen=True, order=True)
class Frozen:
    size: int
    name: str = field(default="none", compare=False)

    def __post_init__(self):
        if self.size == 7:
            raise ValueError("seven")


class Point3(NamedTuple):
    x: int
    y: int
    z: int = 0

    def moved(self, by):
        return self._replace(x=self.x + by)


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    def __add__(self, other):
        return self.area() + other.area()

    def __repr__(self):
        return f"<{type(self).__name__} {self.area()}>"


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3 * self.r**2


class Square(Circle):
    def area(self):
        return self.r * self.r


class Registry:
    known = {}

    def __init_subclass__(cls, key=None, **named):
        super().__init_subclass__(**named)
        Registry.known[key or cls.__name__] = cls


class Soup(Registry, key="soup"):
    pass


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Linked:
    def __init__(self, items):
        self.head = None
        for item in items:
            self.head = (item, self.head)

    def __iter__(self):
        node = self.head
        while node is not None:
            item, node = node
            yield item

    def __len__(self):
        return sum(1 for _ in self)

    def __contains__(self, item):
        return any(item == each for each in self)


def r2(match):
    return match[2] + match[1]


def heap_of(items):
    heap = []
    for item in items:
        heapq.heappush(heap, item)
    return [heapq.heappop(heap) for _ in range(len(heap))]


def rotated(items, by):
    line = collections.deque(items)
    line.rotate(by)
    line.appendleft(by)
    return [*line]


def shuffled(items):
    items = list(items)
    random.Random(3).shuffle(items)
    return items


def insorted(items, item):
    items = sorted(items)
    bisect.insort(items, item)
    return items


def grouped(words):
    groups = collections.defaultdict(list)
    for word in words:
        groups[len(word)].append(word)
    return dict(groups)


def moved(mapping, key):
    ordered = collections.OrderedDict(mapping)
    ordered.move_to_end(key, last=False)
    return ordered


def tree(depth):
    if depth > 0:
        yield from tree(depth - 1)
        got = yield depth
        if got is not None:
            print("got", got)
        yield from tree(depth - 2)


def chained(*parts):
    for part in parts:
        try:
            yield from part
        finally:
            print("part over")


def base64_of(data):
    import base64

    return base64.b64encode(data)


def sys_text(value):
    import sys

    return f"{sys.getsizeof(0) > 0} {value}"


@functools.singledispatch
def shape(value):
    return type(value).__name__


@shape.register
def _(value: int):
    return value + 1


@shape.register(list)
@shape.register(tuple)
def _(value):
    return len(value)


def logged(text):
    def wrap(function):
        @functools.wraps(function)
        def inner(*rest, **named):
            print(text, len(rest))
            return function(*rest, **named)

        return inner

    return wrap


@logged("greeting")
def greet(name, word="hello"):
    return f"{word} {name}"


def kind_of(value):
    match value:
        case bool() | None:
            return ("flag", value)
        case int(n) | float(n) if n > 100:
            return ("big", n)
        case int() | float():
            return ("number", value)
        case str(text) if text:
            return ("text", text)
        case [] | () | "":
            return ("empty",)
        case [first, *rest]:
            return ("list", first, len(rest))
        case {"a": found, **others}:
            return ("a", found, len(others))
        case P(x=0) | P(y=0):
            return ("on axis",)
        case Point3(a, b) | P(a, b):
            return ("point", a, b)
        case _:
            return ("other", type(value).__name__)
'''

DEFINITIONS = [
    '''class A@1:
    shared = <any>

    def go(self, n=<int>):
        print("A", n)
        return [n]

    @property
    def level(self):
        return 1

    @classmethod
    def named(cls):
        return cls.__name__


class B@1(A@1):
    def go(self, n=2):
        print("B", n)
        return super().go(n + 1) + [<any>]

    @property
    def level(self):
        return super().level + <int>


class C@1(A@1):
    def go(self, n=3):
        print("C", n)
        return [<any>] + super().go(<any>)

    @A@1.level.getter
    def level(self):
        return <any>


class D@1(B@1, C@1):
    def __init__(self, *rest):
        self.rest = rest

    def __getattr__(self, name):
        if name == "lost":
            raise AttributeError(<str>)
        return name


t(901, lambda: D@1().go())
t(902, lambda: D@1(<any>).level)
t(903, lambda: D@1.named() + C@1.named())
t(904, lambda: D@1().lost)
t(905, lambda: (D@1().other, D@1(<any>).rest, D@1.shared))
t(906, lambda: [k.__name__ for k in D@1.__mro__])
t(907, lambda: C@1().go(n=<any>))''',
    '''@dataclass(slots=True, kw_only=True)
class E@1:
    a: int
    b: list = field(default_factory=list)
    c: str = <str>
    total: int = field(init=False, repr=False, default=0)

    def __post_init__(self):
        self.total = <int>


t(911, lambda: E@1(a=<any>))
t(912, lambda: E@1(a=1, b=<list>) == E@1(a=1, b=<list>))
t(913, lambda: E@1(<any>))
t(914, lambda: E@1(a=1, c=<any>).total)
t(915, lambda: asdict(E@1(a=<any>, b=<list>)))
t(916, lambda: setattr(E@1(a=1), "d", 2))
t(917, lambda: replace(E@1(a=1), a=<any>))''',
    '''async def work@1(n, pause=0):
    await asyncio.sleep(pause)
    if n == <small>:
        raise Oops(n)
    return <any>


async def steps@1(n):
    try:
        for j in range(n):
            yield j
            await asyncio.sleep(0)
    finally:
        print("steps over")


class Gate@1:
    async def __aenter__(self):
        print("in")
        return <any>

    async def __aexit__(self, kind, error, tb):
        print("out", kind and kind.__name__)
        return kind is not None and issubclass(kind, <none>)


async def main@1():
    print([v async for v in steps@1(<small>)])
    print(await asyncio.gather(work@1(1), work@1(2, 0.1), return_exceptions=True))
    async with Gate@1() as g:
        print(g)
        async for v in steps@1(3):
            if v == <small>:
                break
            print(v, <any>)
        else:
            print("all")
    print({v: await work@1(v) for v in range(<small>)})
    try:
        print(await asyncio.wait_for(work@1(9, 1 if <bool> else 0.25), 0.5))
    except TimeoutError as e:
        print("late", e)
    return <any>


try:
    print(asyncio.run(main@1()))
except Exception as e:
    print(921, type(e).__name__, e)''',
    '''def outer@1(n):
    total = <any>
    seen = []

    def add_one(v=<int>):
        nonlocal total
        total += v
        seen.append(total)
        return lambda: total

    class Local:
        total = n
        doubled = [total for _ in range(2)] if False else total

        def read(self):
            return total

    for i in range(2):
        try:
            add_one()
            add_one(<any>)
        except Exception as e:
            print("inside", type(e).__name__, e)
            continue
        finally:
            if i == <small>:
                break
    else:
        print("no break")
    return add_one, Local, seen


t(931, lambda: outer@1(<any>)[2])
t(932, lambda: outer@1(1)[0](<any>)())
t(933, lambda: outer@1(2)[1]().read())
t(934, lambda: outer@1(2)[1].doubled)''',
    '''class Table@1:
    def __init__(self):
        self.rows = {}

    def __setitem__(self, key, value):
        print("set", key)
        self.rows[key] = value

    def __getitem__(self, key):
        return self.rows[key]

    def __delitem__(self, key):
        del self.rows[key]

    def __class_getitem__(cls, item):
        return (cls.__name__, item)

    def __iadd__(self, other):
        self.rows["sum"] = other
        return self

    def __or__(self, other):
        return ("or", other)

    __ror__ = __or__

    def __pow__(self, other, modulo=None):
        return (other, modulo)

    def __matmul__(self, other):
        return NotImplemented

    def __index__(self):
        return 1

    def __reversed__(self):
        return iter(<list>)

    def __missing__(self, key):
        return key

    def __round__(self, n=None):
        return n

    def __int__(self):
        return <int>

    def __float__(self):
        return <float>

    def __exit__(self, *details):
        return <bool>

    def __enter__(self):
        return self


table@1 = Table@1()
table@1[<any>] = <any>
table@1["a", 1:2] = 1
table@1 += <any>
t(941, lambda: table@1[<any>])
t(942, lambda: (table@1["sum"], Table@1[<any>], Table@1[int, str]))
t(943, lambda: table@1 | <any>)
t(944, lambda: <any> | table@1)
t(945, lambda: pow(table@1, <any>, 3))
t(946, lambda: table@1 @ <any>)
t(947, lambda: [<int>, 1, 2][table@1])
t(948, lambda: [*reversed(table@1)])
t(949, lambda: (round(table@1), round(table@1, <any>), int(table@1), float(table@1)))
with table@1 as got@1:
    got@1["k"] = <any>
    raise ValueError(<any>)
t(950, lambda: table@1.__delitem__(<any>))''',
    '''def walk@1(n):
    received = []
    try:
        while True:
            try:
                got = yield len(received)
            except ValueError as e:
                print("caught", e)
                got = "error"
            if got is None:
                return received
            received.append(got)
            if len(received) > 3:
                raise StopIteration(<any>)
    except GeneratorExit:
        print("closing", received)
        raise
    finally:
        print("over", n)


def both@1():
    first = yield from walk@1(1)
    print("first", first)
    second = yield from walk@1(2)
    return first, second


w@1 = both@1()
t(961, lambda: next(w@1))
t(962, lambda: w@1.send(<any>))
t(963, lambda: w@1.throw(ValueError(<any>)))
t(964, lambda: w@1.send(None))
t(965, lambda: w@1.send(<any>))
t(966, lambda: w@1.throw(KeyError))
t(967, lambda: w@1.close())
t(968, lambda: next(w@1))''',
]
