# range of ints beyond a machine word: what needs len() refuses, the rest counts on.
r=range(2**70)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(r); t(lambda: len(r)); t(lambda: r[5]); t(lambda: r[-1]); t(lambda: r[2**69]); t(lambda: r[2**70]); t(lambda: 2**69 in r)
t(lambda: 2**70 in r); t(lambda: -1 in r); t(lambda: "a" in range(5)); t(lambda: r.index(2**65)); t(lambda: r.index(-1))
t(lambda: r[1:5]); t(lambda: r[::2**60]); t(lambda: r[::-1]); t(lambda: r==range(2**70)); t(lambda: hash(r)==hash(range(2**70)))
t(lambda: next(iter(r))); t(lambda: next(reversed(r))); t(lambda: bool(r)); t(lambda: (r.start,r.stop,r.step))
it=iter(range(2**65, 2**65+6, 2)); print(list(it)); print(list(reversed(range(2**65, 2**65+6, 2))))
t(lambda: range(2**63)[2**63-1]); t(lambda: len(range(2**63-1))); t(lambda: len(range(2**63)))
t(lambda: range(-2**63, 2**63-1, 2**62)); t(lambda: list(range(-2**63, 2**63-1, 2**62))); t(lambda: list(range(2**63-3, 2**63+3)))
t(lambda: sum(range(2**70,2**70+5))); t(lambda: range(1.0)); t(lambda: range("a")); t(lambda: range()); t(lambda: range(1,2,3,4))
t(lambda: range(1,2,0)); t(lambda: range(stop=3)); t(lambda: range(0,10,2)[1:3]); t(lambda: range(10)[20:30])
t(lambda: range(10)==range(0,10,1)); t(lambda: range(0)==range(5,5)); t(lambda: range(0,3,2)==range(0,4,2))
t(lambda: range(5)["a"]); t(lambda: range(5)[9]); t(lambda: 5 in range(5)); t(lambda: True in range(2))
t(lambda: range(3).index(True))
def f(): range(3).start=4
t(f)
def f():
    a=range(3); a[0]=1
t(f)
def f(): del range(3)[0]
t(f)
def f(): range(5).foo
t(f); t(lambda: range(3)+range(3)); t(lambda: range(3)<range(4)); t(lambda: {range(3):1}[range(3)])
import itertools
t(lambda: list(itertools.islice(range(2**70, 2**80), 3))); t(lambda: iter(range(2**70)).__length_hint__())
t(lambda: iter(range(5)).__length_hint__())
