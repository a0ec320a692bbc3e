# What a traceback keeps, what finalisers see, and what is handled where something is thrown through a generator.
import gc, sys
keep=[]
def h():
    data=[1,2,3]; inner={"k":data}
    try: raise ValueError
    except ValueError as e: keep.append(e)
    raise KeyError
try: h()
except KeyError as e: e.me=e
gc.collect(); print(keep[0].__traceback__.tb_frame.f_locals['data'])
class K:
    def __del__(s): l2.clear()
l2=[K(),1,K(),2]; l2[::2]=[5,6]; print(l2)
def n():
    kept={}
    for i in range(300):
        try: raise ValueError(i)
        except ValueError as e: kept[i]=e
    kept.clear()
n(); print('n')
class F1(float):
    def __add__(s,o): return NotImplemented
try: print(F1(1)+2)
except TypeError as e: print(e)
x=[0,1,2,3,4,5]
def it():
    x.extend([8]*6); yield 9
x[-2:]=it(); print(x)
try: b"abc".translate()
except TypeError as e: print(e)
def inner():
    try: yield 1
    except BaseException as e: print(repr(e), repr(e.__context__), sys.exc_info()[1] is e)
    finally: print(sys.exc_info()[1])
def outer():
    try: {}['k']
    except KeyError: yield from inner()
g=outer(); next(g)
try: raise OSError('main')
except OSError: g.close()
g=outer(); next(g)
try: raise OSError('main')
except OSError:
    try: g.throw(ValueError('t'))
    except StopIteration: print('stop')
class D:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
def gg(a): yield 1
q=gg(D('arg'))
try: q.throw(ValueError)
except ValueError: print('in')
