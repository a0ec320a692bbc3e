# conformance: stderr
# Shuffles with a seed, minimax, Hanoi, permutations, queens, Collatz, sieve, binary search.
import random
random.seed(42)
deck = [f"{r}{s}" for s in "♠♥♦♣" for r in "23456789TJQKA"]
random.shuffle(deck); print(deck[:5], random.choice(deck), random.sample(range(100), 5), random.randint(1, 6), round(random.random(), 6), random.uniform(1, 2) < 2, random.choices("ab", weights=[1, 9], k=5))
class TicTacToe:
    WINS = [(0,1,2),(3,4,5),(6,7,8),(0,3,6),(1,4,7),(2,5,8),(0,4,8),(2,4,6)]
    def __init__(self): self.board = [" "] * 9
    def moves(self): return [i for i, c in enumerate(self.board) if c == " "]
    def winner(self): return next((self.board[a] for a, b, c in self.WINS if self.board[a] == self.board[b] == self.board[c] != " "), None)
    def minimax(self, p):
        w = self.winner()
        if w: return (1 if w == "X" else -1), None
        if not self.moves(): return 0, None
        best = None
        for m in self.moves():
            self.board[m] = p; s, _ = self.minimax("O" if p == "X" else "X"); self.board[m] = " "
            if best is None or (s > best[0] if p == "X" else s < best[0]): best = s, m
        return best
g = TicTacToe(); g.board = list("XO  X  O "); print(g.minimax("X"), g.winner()); print("\n-+-+-\n".join("|".join(g.board[i:i+3]) for i in (0, 3, 6)))
def hanoi(n, a="A", b="B", c="C"):
    if n: yield from hanoi(n-1, a, c, b); yield a, c; yield from hanoi(n-1, b, a, c)
print(len(list(hanoi(5))), list(hanoi(2)))
def permutations(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in permutations(s[:i] + s[i+1:])]
print(permutations("abc"))
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n: return 1
    return sum(queens(n, row+1, cols+(c,), d1+(row-c,), d2+(row+c,)) for c in range(n) if c not in cols and row-c not in d1 and row+c not in d2)
print([queens(n) for n in range(1, 5)])
def collatz(n):
    while n != 1: yield n; n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1
print(max(range(1, 10), key=lambda n: len(list(collatz(n)))), list(collatz(6)))
def roman(n):
    out = ""
    for value, sign in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += sign * (n // value)
        n %= value
    return out
print(roman(1994), [roman(i) for i in (4, 9, 40, 2014)])
def sieve(n):
    is_p = [True] * (n+1); is_p[0:2] = [False] * 2
    for i in range(2, int(n**.5)+1):
        if is_p[i]: is_p[i*i::i] = [False] * len(is_p[i*i::i])
    return [i for i, p in enumerate(is_p) if p]
print(sieve(50))
def binary_search(a, x):
    lo, hi = 0, len(a) - 1
    while lo <= hi:
        mid = (lo + hi) // 2
        if a[mid] == x: return mid
        if a[mid] < x: lo = mid + 1
        else: hi = mid - 1
    raise LookupError(f"{x!r} not found in {a!r}")
print(binary_search([1, 3, 5, 7], 5)); binary_search([1, 3], 2)
