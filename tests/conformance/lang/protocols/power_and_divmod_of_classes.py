# pow() with three arguments asks the base alone; divmod and ** ask both.
class P:
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o, m=None): return ("rpow", o, m)
    def __divmod__(self, o): return ("dm", o)
    def __rdivmod__(self, o): return ("rdm", o)
    def __ipow__(self, o): return ("ipow", o)
p=P()
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: pow(p,2,3)); t(lambda: pow(2,p)); t(lambda: pow(2,p,3)); t(lambda: pow(2,3,p)); t(lambda: p**2); t(lambda: 2**p)
t(lambda: divmod(p,2)); t(lambda: divmod(2,p)); t(lambda: divmod(2.5,p)); t(lambda: divmod("a",2)); t(lambda: divmod(1,0))
t(lambda: divmod(1.0,0)); t(lambda: divmod(1,0.0))
p**=2; print(p)
class Q:
    def __pow__(self, o): return "two"
    def __divmod__(self, o): return NotImplemented
t(lambda: pow(Q(),1)); t(lambda: pow(Q(),1,2)); t(lambda: divmod(Q(),1)); t(lambda: pow("a",1)); t(lambda: pow("a",1,2))
t(lambda: pow(1,2,"a")); t(lambda: pow(1.0,2,3)); t(lambda: pow(2,3.0,5)); t(lambda: pow(2,-1,5)); t(lambda: pow(2,-1,4))
t(lambda: pow(2,3,0)); t(lambda: pow(2,-3,0)); t(lambda: pow(3,4,-5)); t(lambda: pow(-3,3,5)); t(lambda: pow(0,0,1))
t(lambda: pow(True,2,3)); t(lambda: pow(base=2,exp=5,mod=7)); t(lambda: pow(exp=5,base=2)); t(lambda: pow(2)); t(lambda: pow())
t(lambda: pow(1,2,3,4)); t(lambda: pow(2, mod=3)); t(lambda: 0**-1); t(lambda: 0.0**-1); t(lambda: 2**-1); t(lambda: 1e300**2)
class I(int):
    def __pow__(self, o, m=None): return ("I.pow", int(o), m)
    def __rpow__(self, o, m=None): return ("I.rpow", int(o), m)
t(lambda: pow(I(2),3,5)); t(lambda: pow(2,I(3),5)); t(lambda: pow(2,3,I(5))); t(lambda: 2**I(3)); t(lambda: I(2)**3)
