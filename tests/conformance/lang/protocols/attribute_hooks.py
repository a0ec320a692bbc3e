# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, properties, and the functions that ask for attributes.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class A:
    cls_attr = "class"
    def __getattr__(self, name):
        print("getattr", name, end=" ")
        if name.startswith("no"): raise AttributeError(f"custom {name}")
        if name == "boom": raise ValueError("boom")
        return name.upper()
    def __setattr__(self, name, value):
        print("setattr", name, end=" "); super().__setattr__(name, value)
    def __delattr__(self, name):
        print("delattr", name, end=" "); super().__delattr__(name)


a = A(); a.x = 1
t(lambda: a.x); t(lambda: a.y); t(lambda: a.nope); t(lambda: a.boom); t(getattr, a, "nope", 5); t(getattr, a, "boom", 5); t(hasattr, a, "nope"); t(hasattr, a, "z")
t(hasattr, a, "boom"); t(delattr, a, "x"); t(delattr, a, "x"); t(delattr, a, "cls_attr"); t(lambda: a.cls_attr); t(vars, a); t(len, a); t(lambda: a[0]); t(lambda: a.__len__)


class G:
    def __init__(self): self.real = 1
    def __getattribute__(self, name):
        if name == "fake": return "faked"
        if name == "real": return object.__getattribute__(self, name) + 1
        raise AttributeError("hidden " + name)
    def __getattr__(self, name): return "fallback " + name


g = G()
t(lambda: g.fake); t(lambda: g.real); t(lambda: g.other); t(lambda: g.__dict__); t(lambda: isinstance(g, G))


class D:
    def __dir__(self): return ["b", "a", 1] if bad else ("z", "y")


bad = False; t(dir, D()); bad = True; t(dir, D())


class Prop:
    @property
    def p(self): return self._p
    @p.setter
    def p(self, value): self._p = value
    @p.deleter
    def p(self): del self._p
    @property
    def failing(self): return self.missing_inside
    ro = property(lambda self: "ro")
    wo = property(None, lambda self, v: None)
    both = property(doc="docs")


p = Prop()
t(lambda: p.p); p.p = 5; t(lambda: p.p); del p.p; t(lambda: p.p); t(setattr, p, "ro", 1); t(delattr, p, "ro"); t(lambda: p.wo); t(lambda: p.failing); t(getattr, p, "failing", "default")
t(lambda: p.both); t(lambda: Prop.both.__doc__); t(delattr, p, "p"); t(setattr, Prop, "ro", 1); t(lambda: p.ro)
t(getattr); t(getattr, 1); t(getattr, 1, 2); t(getattr, 1, "real"); t(getattr, 1, "nope"); t(setattr, 1, "x", 2); t(setattr, object(), "x", 1); t(setattr, p, 5, 1); t(hasattr, 1, 2)
t(delattr, 1, "x"); t(setattr, int, "x", 1); t(vars, 1); t(vars, p); t(lambda: object().x); t(lambda: (1).x); t(lambda: None.x); t(lambda: int.x); t(lambda: Prop.x)
t(lambda: len.x); t(lambda: (lambda: 1).x); t(lambda: [].x); t(lambda: "".join.x); t(setattr, len, "x", 1); t(setattr, p.__init__, "x", 1); t(setattr, t, "tag", 5); t(lambda: t.tag)


class S: __slots__ = ("a",)


s = S()
t(lambda: s.a); t(setattr, s, "b", 1); t(delattr, s, "a"); s.a = 1; t(lambda: s.a); t(vars, s); t(hasattr, s, "__dict__"); t(lambda: S.a); t(lambda: S.a.__get__(s))
