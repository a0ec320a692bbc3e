# conformance: stderr
# A linked list, a tree, and subclasses of list, dict and str.
class Node:
    __slots__ = ("value", "next")
    def __init__(self, value, next=None): self.value, self.next = value, next
class LinkedList:
    def __init__(self, items=()):
        self.head = None; self._n = 0
        for i in items: self.append(i)
    def append(self, v):
        new = Node(v)
        if not self.head: self.head = new
        else:
            cur = self.head
            while cur.next: cur = cur.next
            cur.next = new
        self._n += 1
    def __iter__(self):
        cur = self.head
        while cur: yield cur.value; cur = cur.next
    def __len__(self): return self._n
    def __getitem__(self, i):
        if isinstance(i, slice): return LinkedList(list(self)[i])
        if i < 0: i += self._n
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError("linked list index out of range")
    def __repr__(self): return " -> ".join(map(repr, self)) + " -> None"
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
    def __delitem__(self, i):
        items = list(self); del items[i]; self.__init__(items)
    def __setitem__(self, i, v):
        items = list(self); items[i] = v; self.__init__(items)
    def __contains__(self, v): return any(x == v for x in self)
    def __eq__(self, o): return list(self) == list(o)
    def __iadd__(self, o):
        for x in o: self.append(x)
        return self
l = LinkedList([1, 2, 3]); l += [4, 5]; print(l, len(l), l[0], l[-1], l[1:3], 3 in l, 9 in l, l == [1,2,3,4,5]); l.reverse(); print(l); del l[0]; l[0] = "x"; print(l, [*reversed(list(l))], sum(x for x in l if isinstance(x, int)))
try: Node(1).color = "red"
except AttributeError as e: print(e)
class Tree:
    def __init__(self, v): self.v = v; self.l = self.r = None
    def insert(self, v):
        side = "l" if v < self.v else "r"
        child = getattr(self, side)
        if child: child.insert(v)
        else: setattr(self, side, Tree(v))
        return self
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
    def depth(self): return 1 + max((c.depth() for c in (self.l, self.r) if c), default=0)
t = Tree(5)
for x in (3, 8, 1, 4, 9): t.insert(x)
print(list(t), t.depth(), max(t), 4 in t)
class Stack(list):
    def push(self, x): self.append(x)
    def peek(self): return self[-1]
s = Stack([1]); s.push(2); print(s, s.peek(), s.pop(), len(s), isinstance(s, list), s + [3], type(s + [3]), s[:], type(s[:]), type(s.copy()))
class DefaultDict(dict):
    def __missing__(self, k): self[k] = v = []; return v
d = DefaultDict(); d["a"].append(1); print(d, d.get("b"), dict(d))
class Upper(str):
    def __new__(cls, s): return super().__new__(cls, s.upper())
    def shout(self): return self + "!"
print(Upper("abc"), Upper("x").shout(), type(Upper("a") + "b"), Upper("a").lower(), len(Upper("abc")), Upper("a") in {"A"})
l[10]
