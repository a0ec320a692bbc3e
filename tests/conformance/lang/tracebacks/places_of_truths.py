# Where a truth is asked for: at the whole statement, or at the last comparison looked at; and so where a comprehension puts its item.
import traceback
class T:
    def __bool__(self): raise ValueError('no truth')
    def __eq__(self, other): return self
def a():
    x = T()
    if (1 == 1
        and x):
        pass
def b():
    x = T()
    if (1
        and x
        and 2): pass
def c():
    x = T()
    return [y for y in [1]
        if x]
def d():
    x = T()
    return {[] for y in [1] if 1 == 1}
def e():
    x = T()
    assert x == 1, 'm'
def f():
    x = T()
    match x:
        case T() if x: pass
def g():
    x = T()
    match 1:
        case y if 1 == 1 and x: pass
def h():
    x = T()
    while (x ==
           1):
        break
def i():
    x = T()
    if x == 1 or 2 == 3: pass
def j():
    x = T()
    return (1 if x == 2 else
        3)
def k():
    x = T()
    return (1 if
         1 < 2 and x else
        3)
def l():
    x = T()
    return [y
       for y in [1]
       if 1 == 1 if x]
def m():
    x = T()
    return 1 < (2 < x == 3) < 4
def n():
    x = T()
    if 1 < 2 == x < 4: pass
def o():
    x = T()
    print(not (1 and x))
def p():
    x = T()
    print((1 or x) and (x and 2))
def q():
    x = T()
    assert (1 == 1 and x), 'm'
    return lambda: 1
def r():
    x = T()
    f = lambda: (1 if
            x else 2)
    return f()
def s():
    x = T()
    if 1:
        pass
    elif x:
        pass
def t():
    x = T()
    if not 1:
        pass
    elif x:
        pass
    else:
        print(2)
def u():
    if undefined and 2: pass
def v():
    x = T()
    return {1: [] for y in [1]
       if x}
def w():
    x = T()
    return list(y for y in [1]
       if x)
for fn in a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w:
    try: print(fn())
    except (ValueError, TypeError, NameError): print(traceback.format_exc())
def item_a(): return {[] for y in [1]}
def item_b(): return {[] for y in [1] if y}
def item_c(): return {[] for y in [1] if 1 == 1}
def item_d(): return {[]: 1 for y in [1]}
def item_e(): return {[]: 1 for y in [1] if y == 1}
def item_f(): return {[]: 1 for y in [1] if y == 1 and y}
def item_g(): return {[] for y in [1] if y if (1 < 2 < 3) for z in [1]}
def item_h(): return {[] for y in [1] if not (1 != 2 != 1 or y is None)}
def item_i(): return {[] for y in [1] if y is not None}
def item_j(): return {[] for y in [1] if (1 if y == 1 else 2)}
for fn in item_a, item_b, item_c, item_d, item_e, item_f, item_g, item_h, item_i, item_j:
    try: print(fn())
    except TypeError: print(traceback.format_exc())
