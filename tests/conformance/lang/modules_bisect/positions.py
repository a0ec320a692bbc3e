# bisect: positions with bounds and keys, insertion, wrong bounds and types.
import bisect
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
a=[1,3,3,5]
t(bisect.bisect,a,3); t(bisect.bisect_left,a,3); t(bisect.bisect_right,a,3,0,2); t(bisect.bisect_left,a,3,lo=1,hi=3); t(bisect.bisect_left,a,3,-1); bisect.insort(a,4); print(a); bisect.insort_left(a,3); print(a)
t(bisect.bisect_left,[("a",3),("b",1)],1,key=lambda x:-x[1]); t(bisect.bisect,["a"],1); t(bisect.insort,[1,2],3,key=lambda x:-x); b=[(1,"x")]; bisect.insort(b,(0,"y"),key=lambda p:p[0]); print(b); t(bisect.bisect,"abd","c"); t(bisect.bisect, a, 3, 0, 100)
