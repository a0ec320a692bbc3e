# conformance: stderr
# A class with most of the operators, and one that it lacks.
class Vector2D:
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    def __repr__(self): return f'Vector2D({self.x}, {self.y})'
    def __add__(self, o): return Vector2D(self.x+o.x, self.y+o.y) if isinstance(o, Vector2D) else NotImplemented
    def __mul__(self, k): return Vector2D(self.x*k, self.y*k)
    __rmul__ = __mul__
    def __abs__(self): return (self.x**2+self.y**2)**.5
    def __bool__(self): return bool(abs(self))
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __neg__(self): return -1 * self
    def __iter__(self): yield self.x; yield self.y
    def __format__(self, spec): return "(" + ", ".join(format(c, spec) for c in self) + ")"
    def __matmul__(self, o): return self.x*o.x + self.y*o.y
    def __getattr__(self, name):
        if name in "xyz": return 0
        raise AttributeError(f"{type(self).__name__!r} has no {name!r}")
    def __round__(self, n=None): return Vector2D(round(self.x, n), round(self.y, n))
    def __divmod__(self, k): return Vector2D(self.x//k, self.y//k), Vector2D(self.x%k, self.y%k)
    def __index__(self): return int(self.x)
    def __int__(self): return int(abs(self))
    def __float__(self): return float(abs(self))
    def __complex__(self): return 1
v = Vector2D(3, 4)
print(v + Vector2D(1,1), 2*v, v*2, abs(v), bool(Vector2D()), v == Vector2D(3,4), len({v, Vector2D(3,4)}), -v, [*v], f"{v:.2f}", v @ v, v.z, round(Vector2D(1.234,5.678), 1), divmod(v, 2), [10,20,30,40][v], int(v), float(v), "ab"*v)
try: v.w
except AttributeError as e: print(e)
x, y = v; print(x, y, max(v), sorted(v, reverse=True))
v + 1
