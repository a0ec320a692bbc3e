"""A template's text, made into functions of its variables: what stands between the braces, and what the blocks mean."""

import re

from jinja2 import TemplateAssertionError, TemplateRuntimeError, TemplateSyntaxError, Undefined

_TAGS = re.compile(r"(\{\{|\{%|\{#)")
_TOKEN = re.compile(
    r"\s+|(?P<float>\d+\.\d+(?:[eE][+-]?\d+)?)|(?P<int>\d[\d_]*)|(?P<name>[^\W\d]\w*)|(?P<string>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')"
    r"|(?P<sign>==|!=|<=|>=|//|\*\*|[-+*/%~<>()\[\]{}|.,:=])")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"'}


def _unquoted(text):
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found.group(1), found.group(0)), text[1:-1], flags=re.DOTALL)


def split(source, name):
    """[(kind, text, line)]: kind is "text", "value" or "block"."""
    parts, at, line, strips = [], 0, 1, False
    raw = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
    while at < len(source):
        found = _TAGS.search(source, at)
        text = source[at:] if found is None else source[at:found.start()]
        begin = found.end() if found is not None else len(source)
        mark = source[begin:begin + 1] if found is not None else ""
        shown = text.lstrip() if strips else text
        if mark == "-":
            shown = shown.rstrip()
        if shown:
            parts.append(("text", shown, line))
        line += text.count("\n")
        if found is None:
            break
        closing = {"{{": "}}", "{%": "%}", "{#": "#}"}[found.group()]
        end = source.find(closing, begin)
        if end < 0:
            words = "Missing end of comment tag" if closing == "#}" else f"unexpected end of template, expected '{'end of print statement' if closing == '}}' else 'end of statement block'}'."
            raise TemplateSyntaxError(words, line, name)
        inner = source[begin + 1 if mark in ("-", "+") else begin:end]
        strips = inner.endswith("-")
        if strips or inner.endswith("+"):
            inner = inner[:-1]
        at = end + 2
        if closing == "}}":
            parts.append(("value", inner, line))
        elif closing == "%}":
            if inner.strip() == "raw":
                over = raw.search(source, at)
                if over is None:
                    raise TemplateSyntaxError("Missing end of raw directive", line, name)
                text = source[at:over.start()]
                parts.append(("text", text.lstrip() if strips else text, line))
                line += inner.count("\n") + text.count("\n")
                strips = "-" in over.group()[-4:]
                at = over.end()
                continue
            parts.append(("block", inner, line))
            # The newline behind a block is kept: trim_blocks is off.
        line += inner.count("\n")
    return parts


class _Tokens:
    def __init__(self, text, line, name, ending="end of statement block"):
        self.line, self.name, self.items, self.at, self.ending = line, name, [], 0, ending
        position = 0
        while position < len(text):
            found = _TOKEN.match(text, position)
            if found is None:
                raise TemplateSyntaxError(f"unexpected char {text[position]!r} at {position}", line, name)
            position = found.end()
            if found.lastgroup is not None:
                self.items.append((found.lastgroup, found.group()))
        self.items.append(("end", ""))

    def peek(self, *signs):
        kind, text = self.items[self.at]
        return kind in ("sign", "name") and text in signs

    def take(self, *signs):
        if self.peek(*signs):
            self.at += 1
            return self.items[self.at - 1][1]
        return None

    def need(self, sign):
        if self.take(sign) is None:
            self.fail(sign)

    def need_name(self):
        kind, text = self.items[self.at]
        if kind != "name":
            self.fail("name")
        self.at += 1
        return text

    def is_over(self):
        return self.items[self.at][0] == "end"

    def fail(self, wanted=None):
        kind, text = self.items[self.at]
        got = self.ending if kind == "end" else text
        raise TemplateSyntaxError(f"expected token {wanted!r}, got {got!r}" if wanted else f"unexpected {got!r}", self.line, self.name)

    def end(self):
        if not self.is_over():
            self.fail(self.ending)


def get_attribute(environment, value, name):
    """value.name: an attribute, else an item."""
    try:
        return getattr(value, name)
    except AttributeError:
        pass
    try:
        return value[name]
    except (TypeError, LookupError, AttributeError):
        return environment.undefined(obj=value, name=name)


def get_item(environment, value, key):
    """value[key]: an item, else an attribute."""
    try:
        return value[key]
    except (TypeError, LookupError, AttributeError):
        if isinstance(key, str):
            try:
                return getattr(value, key)
            except AttributeError:
                pass
        return environment.undefined(obj=value, name=key)


_COMPARISONS = {"==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b,
                ">": lambda a, b: a > b, ">=": lambda a, b: a >= b, "in": lambda a, b: a in b, "not in": lambda a, b: a not in b}
_SUMS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b}
_PRODUCTS = {"*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b, "%": lambda a, b: a % b}
_CONSTANTS = {"true": True, "True": True, "false": False, "False": False, "none": None, "None": None}


class Expressions:
    """Each method reads one level of what binds tighter and tighter, and gives a function of the variables."""

    def __init__(self, environment, tokens):
        self.environment, self.tokens = environment, tokens

    def all(self, without_condition=False):
        """One, or several with commas: a tuple."""
        first = self.one(without_condition)
        if not self.tokens.peek(","):
            return first
        found = [first]
        while self.tokens.take(","):
            if self.tokens.is_over():
                break
            found.append(self.one(without_condition))
        return lambda names: tuple([each(names) for each in found])

    def one(self, without_condition=False):
        value = self._or()
        while not without_condition and self.tokens.take("if"):
            condition = self._or()
            otherwise = self.one() if self.tokens.take("else") else None
            value = self._choice(value, condition, otherwise)
        return value

    def _choice(self, value, condition, otherwise):
        undefined = self.environment.undefined
        return lambda names: value(names) if condition(names) else undefined() if otherwise is None else otherwise(names)

    def _pairs(self, words, below, make):
        left = below()
        while (word := self.tokens.take(*words)) is not None:
            left = make(word, left, below())
        return left

    def _or(self):
        return self._pairs(("or",), self._and, lambda word, a, b: lambda names: a(names) or b(names))

    def _and(self):
        return self._pairs(("and",), self._not, lambda word, a, b: lambda names: a(names) and b(names))

    def _not(self):
        if self.tokens.take("not"):
            value = self._not()
            return lambda names: not value(names)
        return self._comparison()

    def _comparison(self):
        left = self._sum()
        steps = []
        while True:
            word = self.tokens.take("==", "!=", "<", "<=", ">", ">=", "in")
            if word is None and self.tokens.peek("not") and self.tokens.items[self.tokens.at + 1][1] == "in":
                self.tokens.at += 2
                word = "not in"
            if word is None:
                break
            steps.append((_COMPARISONS[word], self._sum()))
        if not steps:
            return left

        def compare(names):
            value = left(names)
            for holds, following in steps:
                other = following(names)
                if not holds(value, other):
                    return False
                value = other
            return True

        return compare

    def _sum(self):
        def make(word, a, b):
            add = _SUMS[word]
            return lambda names: add(a(names), b(names))

        return self._pairs(("+", "-"), self._joined, make)

    def _joined(self):
        first = self._product()
        if not self.tokens.peek("~"):
            return first
        parts = [first]
        while self.tokens.take("~"):
            parts.append(self._product())
        return lambda names: names.environment_joined([part(names) for part in parts])

    def _product(self):
        def make(word, a, b):
            multiply = _PRODUCTS[word]
            return lambda names: multiply(a(names), b(names))

        return self._pairs(("*", "/", "//", "%"), self._signed, make)

    def _signed(self, with_filters=True):
        if self.tokens.take("-"):
            value = self._signed(False)
            found = lambda names: -value(names)
        elif self.tokens.take("+"):
            value = self._signed(False)
            found = lambda names: +value(names)
        else:
            found = self._power()
        return self._filtered(found) if with_filters else found

    def _power(self):
        base = self._primary()
        if not self.tokens.take("**"):
            return base
        exponent = self._signed(False)
        return lambda names: base(names) ** exponent(names)

    def _primary(self):
        tokens = self.tokens
        kind, text = tokens.items[tokens.at]
        tokens.at += 1
        if kind == "name":
            if text in _CONSTANTS:
                constant = _CONSTANTS[text]
                value = lambda names: constant
            else:
                value = lambda names: names.find(text)
        elif kind == "string":
            whole = _unquoted(text)
            while tokens.items[tokens.at][0] == "string":
                whole += _unquoted(tokens.items[tokens.at][1])
                tokens.at += 1
            value = lambda names: whole
        elif kind in ("int", "float"):
            number = int(text.replace("_", "")) if kind == "int" else float(text)
            value = lambda names: number
        elif text == "(":
            if tokens.take(")"):
                value = lambda names: ()
            else:
                value = self.all()
                tokens.need(")")
        elif text == "[":
            items = self._until("]")
            value = lambda names: [item(names) for item in items]
        elif text == "{":
            pairs = []
            while not tokens.take("}"):
                if pairs:
                    tokens.need(",")
                    if tokens.take("}"):
                        break
                key = self.one()
                tokens.need(":")
                pairs.append((key, self.one()))
            value = lambda names: {key(names): item(names) for key, item in pairs}
        else:
            tokens.at -= 1
            tokens.fail()
        return self._trailed(value)

    def _until(self, closing):
        items = []
        while not self.tokens.take(closing):
            if items:
                self.tokens.need(",")
                if self.tokens.take(closing):
                    break
            items.append(self.one())
        return items

    def _arguments(self):
        """Behind the opening parenthesis: a function that gives (positional, named)."""
        positional, named = [], []
        count = 0
        while not self.tokens.take(")"):
            if count:
                self.tokens.need(",")
                if self.tokens.take(")"):
                    break
            count += 1
            kind, text = self.tokens.items[self.tokens.at]
            if kind == "name" and self.tokens.items[self.tokens.at + 1] == ("sign", "="):
                self.tokens.at += 2
                named.append((text, self.one()))
            else:
                positional.append(self.one())
        return lambda names: ([one(names) for one in positional], {name: one(names) for name, one in named})

    def _trailed(self, value):
        tokens, environment = self.tokens, self.environment
        while True:
            if tokens.take("."):
                kind, text = tokens.items[tokens.at]
                if kind == "int":
                    tokens.at += 1
                    value = self._item(value, lambda names, key=int(text): key)
                else:
                    value = self._attribute(value, tokens.need_name())
            elif tokens.take("["):
                value = self._item(value, self._key())
                tokens.need("]")
            elif tokens.take("("):
                value = self._call(value, self._arguments())
            else:
                return value

    def _attribute(self, value, name):
        environment = self.environment
        return lambda names: get_attribute(environment, value(names), name)

    def _item(self, value, key):
        environment = self.environment
        return lambda names: get_item(environment, value(names), key(names))

    def _key(self):
        parts = [None]
        while not self.tokens.peek("]"):
            if self.tokens.take(":"):
                parts.append(None)
            else:
                parts[-1] = self.one()
        if len(parts) == 1:
            if parts[0] is None:
                self.tokens.fail()
            return parts[0]
        return lambda names: slice(*[None if part is None else part(names) for part in parts])

    def _call(self, value, arguments):
        def call(names):
            function = value(names)
            positional, named = arguments(names)
            if getattr(function, "jinja_wants_context", False):
                positional = [names.context()] + positional
            return function(*positional, **named)

        return call

    def _filtered(self, value):
        while True:
            if self.tokens.take("|"):
                value = self.filter_of(value)
            elif self.tokens.take("is"):
                value = self._tested(value)
            else:
                return value

    def filter_of(self, value):
        name = self.tokens.need_name()
        while self.tokens.take("."):
            name += "." + self.tokens.need_name()
        function = self.environment.filters.get(name)
        if function is None:
            raise TemplateAssertionError(f"No filter named {name!r}.", self.tokens.line, self.tokens.name)
        arguments = self._arguments() if self.tokens.take("(") else lambda names: ([], {})

        def apply(names):
            positional, named = arguments(names)
            if getattr(function, "jinja_wants_names", False):
                return function(names, value(names), *positional, **named)
            if getattr(function, "jinja_wants_context", False):
                return function(names.context(), value(names), *positional, **named)
            return function(value(names), *positional, **named)

        return apply

    def _tested(self, value):
        tokens = self.tokens
        is_not = tokens.take("not") is not None
        name = tokens.need_name()
        test = self.environment.tests.get(name)
        if test is None:
            raise TemplateAssertionError(f"No test named {name!r}.", tokens.line, tokens.name)
        if tokens.take("("):
            arguments = self._arguments()
        elif tokens.items[tokens.at][0] in ("name", "string", "int", "float") and not tokens.peek("else", "or", "and", "if", "is", "in", "not"):
            given = self._primary()
            arguments = lambda names: ([given(names)], {})
        else:
            arguments = lambda names: ([], {})

        def holds(names):
            positional, named = arguments(names)
            return bool(test(value(names), *positional, **named)) != is_not

        return holds


class Names:
    """The variables that are seen at one place: its own, and what those around it see."""

    def __init__(self, rendering, own, around=None):
        self.rendering, self.own, self.around = rendering, own, around

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope.own:
                return scope.own[name]
            scope = scope.around
        environment = self.rendering.environment
        if name in environment.globals:
            return environment.globals[name]
        return environment.undefined(name=name)

    def context(self):
        seen = {}
        scope = self
        while scope is not None:
            seen = {**scope.own, **seen}
            scope = scope.around
        return seen

    def inner(self, own):
        return Names(self.rendering, own, self)

    def environment_joined(self, parts):
        from markupsafe import Markup, escape

        if self.rendering.escapes and any(hasattr(part, "__html__") for part in parts):
            return Markup("").join(parts)
        return "".join(map(str, parts))


class Loop:
    """`loop` within a for."""

    def __init__(self, items, depth):
        self._items, self.index0, self.depth0 = items, 0, depth

    @property
    def index(self):
        return self.index0 + 1

    @property
    def length(self):
        return len(self._items)

    @property
    def revindex(self):
        return self.length - self.index0

    @property
    def revindex0(self):
        return self.length - self.index

    @property
    def first(self):
        return self.index0 == 0

    @property
    def last(self):
        return self.index == self.length

    @property
    def depth(self):
        return self.depth0 + 1

    @property
    def previtem(self):
        return self._items[self.index0 - 1] if self.index0 else Undefined("there is no previous item")

    @property
    def nextitem(self):
        return self._items[self.index] if self.index < self.length else Undefined("there is no next item")

    def cycle(self, *values):
        if not values:
            raise TypeError("no items for cycling given")
        return values[self.index0 % len(values)]

    def changed(self, *value):
        before, self._before = getattr(self, "_before", None), value
        return before != value

    def __len__(self):
        return self.length


def _targets(tokens):
    """for a, b in ...: a function that puts a value into variables."""
    names, is_one = [], True
    while True:
        if tokens.take("("):
            names.append(_targets(tokens))
            tokens.need(")")
        else:
            names.append(tokens.need_name())
        if not tokens.take(","):
            break
        is_one = False

    def put(own, value):
        if is_one:
            if isinstance(names[0], str):
                own[names[0]] = value
            else:
                names[0](own, value)
            return
        values = list(value)
        if len(values) != len(names):
            few = len(values) < len(names)
            raise ValueError(f"not enough values to unpack (expected {len(names)}, got {len(values)})" if few
                             else f"too many values to unpack (expected {len(names)})")
        for target, one in zip(names, values):
            if isinstance(target, str):
                own[target] = one
            else:
                target(own, one)

    return put


_ENDS = {"for": "endfor", "if": "endif", "block": "endblock", "with": "endwith", "set": "endset", "macro": "endmacro", "filter": "endfilter",
         "autoescape": "endautoescape"}
_NOT_RUN = ("import", "from", "call", "trans", "do")


class Blocks:
    """Reads the parts of a template: a body is a list of functions (names, write)."""

    def __init__(self, environment, source, name):
        self.environment, self.name = environment, name
        self.parts, self.at = split(source, name), 0
        self.blocks = {}   # name: body
        self.parent = None  # function of the variables
        self.body = self._body(())

    def _expressions(self, text, line):
        return Expressions(self.environment, _Tokens(text, line, self.name, "end of print statement"))

    def _body(self, ends):
        body = []
        while self.at < len(self.parts):
            kind, text, line = self.parts[self.at]
            if kind == "block":
                tokens = _Tokens(text, line, self.name)
                word = tokens.need_name()
                if word in ends:
                    return body
                self.at += 1
                step = self._tag(word, tokens, line)
                if step is not None:
                    body.append(step)
                continue
            self.at += 1
            if kind == "text":
                body.append(lambda names, write, text=text: write(text))
            else:
                expressions = self._expressions(text, line)
                value = expressions.all()
                if not expressions.tokens.is_over():
                    expressions.tokens.fail("end of print statement")
                body.append(lambda names, write, value=value: write(names.rendering.shown(value(names))))
        if ends:
            raise TemplateSyntaxError(f"Unexpected end of template. Jinja was looking for the following tags: "
                                      f"{' or '.join(repr(end) for end in ends)}. The innermost block that needs to be closed is "
                                      f"{self.innermost!r}.", line if self.parts else 1, self.name)
        return body

    def _end(self):
        """The tag that ended a body: (word, tokens)."""
        kind, text, line = self.parts[self.at]
        self.at += 1
        tokens = _Tokens(text, line, self.name)
        return tokens.need_name(), tokens

    def _tag(self, word, tokens, line):
        self.innermost = word
        method = getattr(self, "_" + word + "_tag", None)
        if method is None:
            if word in _NOT_RUN:
                raise NotImplementedError(f"One Waiter does not run {{% {word} %}} of templates yet (line {line}): a macro in the same template, or a filter, is the usual way")
            raise TemplateSyntaxError(f"Encountered unknown tag {word!r}.", line, self.name)
        return method(tokens, line)

    def _for_tag(self, tokens, line):
        put = _targets(tokens)
        tokens.need("in")
        expressions = Expressions(self.environment, tokens)
        items = expressions.all(without_condition=True)
        condition = expressions.one() if tokens.take("if") else None
        tokens.take("recursive")
        tokens.end()
        body = self._body(("else", "endfor"))
        word, _ = self._end()
        otherwise = None
        if word == "else":
            otherwise = self._body(("endfor",))
            self._end()

        def run(names, write):
            found = list(items(names))
            if condition is not None:
                kept = []
                for item in found:
                    own = {}
                    put(own, item)
                    if condition(names.inner(own)):
                        kept.append(item)
                found = kept
            if not found:
                for step in otherwise or ():
                    step(names.inner({}), write)
                return
            loop = Loop(found, names.rendering.depth)
            names.rendering.depth += 1
            for index, item in enumerate(found):
                loop.index0 = index
                own = {"loop": loop}
                put(own, item)
                inner = names.inner(own)
                for step in body:
                    step(inner, write)
            names.rendering.depth -= 1

        return run

    def _if_tag(self, tokens, line):
        branches, otherwise = [], []
        condition = Expressions(self.environment, tokens).all()
        tokens.end()
        while True:
            body = self._body(("elif", "else", "endif"))
            branches.append((condition, body))
            word, following = self._end()
            if word == "elif":
                condition = Expressions(self.environment, following).all()
                following.end()
                continue
            if word == "else":
                otherwise = self._body(("endif",))
                self._end()
            break

        def run(names, write):
            for holds, steps in branches:
                if holds(names):
                    break
            else:
                steps = otherwise
            for step in steps:
                step(names, write)

        return run

    def _set_tag(self, tokens, line):
        if tokens.items[tokens.at + 1] == ("sign", "."):
            owner = tokens.need_name()
            tokens.need(".")
            attribute = tokens.need_name()
            tokens.need("=")
            value = Expressions(self.environment, tokens).all()

            def assign(names, write):
                namespace = names.find(owner)
                if type(namespace).__name__ != "Namespace":
                    raise TemplateRuntimeError("cannot assign attribute on non-namespace object")
                setattr(namespace, attribute, value(names))

            return assign
        put = _targets(tokens)
        if tokens.take("="):
            value = Expressions(self.environment, tokens).all()
            tokens.end()
            return lambda names, write: put(names.own, value(names))
        body = self._body(("endset",))
        self._end()
        return lambda names, write: put(names.own, names.rendering.captured(body, names))

    def _with_tag(self, tokens, line):
        given = []
        while not tokens.is_over():
            if given:
                tokens.need(",")
            name = tokens.need_name()
            tokens.need("=")
            given.append((name, Expressions(self.environment, tokens).one()))
        body = self._body(("endwith",))
        self._end()

        def run(names, write):
            inner = names.inner({name: value(names) for name, value in given})
            for step in body:
                step(inner, write)

        return run

    def _filter_tag(self, tokens, line):
        holder = []
        value = Expressions(self.environment, tokens).filter_of(lambda names: holder[-1])
        body = self._body(("endfilter",))
        self._end()

        def run(names, write):
            holder.append(names.rendering.captured(body, names.inner({})))
            write(names.rendering.shown(value(names)))
            holder.pop()

        return run

    def _autoescape_tag(self, tokens, line):
        value = Expressions(self.environment, tokens).one()
        body = self._body(("endautoescape",))
        self._end()

        def run(names, write):
            rendering = names.rendering
            before, rendering.escapes = rendering.escapes, bool(value(names))
            for step in body:
                step(names, write)
            rendering.escapes = before

        return run

    def _macro_tag(self, tokens, line):
        macro = tokens.need_name()
        tokens.need("(")
        parameters = []
        while not tokens.take(")"):
            if parameters:
                tokens.need(",")
            name = tokens.need_name()
            parameters.append((name, Expressions(self.environment, tokens).one() if tokens.take("=") else None))
        body = self._body(("endmacro",))
        self._end()

        def run(names, write):
            def call(*given, **named):
                own = {}
                for index, (name, default) in enumerate(parameters):
                    if index < len(given):
                        own[name] = given[index]
                    elif name in named:
                        own[name] = named.pop(name)
                    else:
                        own[name] = self.environment.undefined(name=name) if default is None else default(names)
                if len(given) > len(parameters):
                    raise TypeError(f"macro {macro!r} takes not more than {len(parameters)} argument(s)")
                if named:
                    raise TypeError(f"macro {macro!r} takes no keyword argument {next(iter(named))!r}")
                return names.rendering.captured(body, names.inner(own))

            names.own[macro] = call

        return run

    def _block_tag(self, tokens, line):
        name = tokens.need_name()
        if name in self.blocks:
            raise TemplateSyntaxError(f"block {name!r} defined twice", line, self.name)
        self.blocks[name] = None
        self.blocks[name] = self._body(("endblock",))
        self._end()
        return lambda names, write: names.rendering.write_block(name, 0, names, write)

    def _extends_tag(self, tokens, line):
        self.parent = Expressions(self.environment, tokens).one()

    def _include_tag(self, tokens, line):
        which = Expressions(self.environment, tokens).one()
        ignores = False
        if tokens.take("ignore"):
            tokens.need("missing")
            ignores = True
        with_context = True
        if tokens.take("without"):
            tokens.need("context")
            with_context = False
        elif tokens.take("with"):
            tokens.need("context")

        def run(names, write):
            from jinja2 import TemplateNotFound

            asked = which(names)
            try:
                template = self.environment.get_or_select_template(asked)
            except TemplateNotFound:
                if ignores:
                    return
                raise
            template.write_into(names.context() if with_context else {}, write)

        return run
