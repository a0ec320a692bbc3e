# What cannot be derived from, and which bases do not go together.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def c(b):
    class X(b): pass
for b in (len, bool, range, slice, type(None), type(Ellipsis), type(NotImplemented), type(lambda:0), type((x for x in ())), 5, "a", memoryview, type(len), type([].append), property, staticmethod, classmethod, super, map, filter, zip, enumerate, reversed, type(iter([])), type({}.keys()), print, None, type(object.__init__), type("".join)):
    try: c(b); print("ok", getattr(b,'__name__',b))
    except Exception as e: print(type(e).__name__, e)
def two(a,b):
    class X(a,b): pass
for a,b in ((int,str),(list,dict),(int,float),(object,int),(int,int),(Exception,int),(KeyError,ValueError),(OSError,KeyError), (KeyError, OSError), (tuple,list),(bytes,bytearray),(set,frozenset),(str,object), (ImportError, OSError), (StopIteration, SystemExit),(UnicodeDecodeError, UnicodeEncodeError)):
    try: two(a,b); print("ok", a,b)
    except Exception as e: print(type(e).__name__, e)
