# conformance: stderr
# A matrix with subscripts of two, @, ** and a property that transposes.
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f"shapes {self.shape} and {o.shape} not aligned")
        return Matrix([[sum(a*b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, ij):
        if isinstance(ij, tuple): i, j = ij; return self.rows[i][j]
        return self.rows[ij]
    def __setitem__(self, ij, v): i, j = ij; self.rows[i][j] = v
    def __str__(self): return "\n".join(" ".join(f"{x:>4}" for x in r) for r in self.rows)
    def __pow__(self, n):
        r = Matrix([[int(i == j) for j in range(self.shape[0])] for i in range(self.shape[0])])
        for _ in range(n): r = r @ self
        return r
    def transpose(self): return Matrix(zip(*self.rows))
    T = property(transpose)
m = Matrix([[1, 1], [1, 0]]); print(m ** 10); print(m[0, 1], m[1], (m @ m).T[0, 0]); m[0, 0] = 9; print(m)
try: m @ Matrix([[1, 2]])
except ValueError as e: print(e)
m["a", 0]
