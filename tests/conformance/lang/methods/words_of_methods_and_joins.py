# Whose attribute is missing, and which type a join names.
class A:
    def f(self): pass
for f in (lambda: A().f.foo, lambda: A.f.foo, lambda: len.foo, lambda: [].append.foo, lambda: setattr(A().f,'foo',1), lambda: setattr(A().f,'__doc__',1), lambda: setattr([].append,'foo',1), lambda: str.join.foo, lambda: delattr(A().f,'foo'), lambda: getattr(A().f, 'foo')):
    try: f()
    except Exception as e: print(type(e).__name__, e)
import string
for x in (b'a b', bytearray(b'a b')):
  for f in (lambda: string.capwords(x), lambda: ' '.join(x.split()), lambda: ' '.join([x]), lambda: ''.join(['a', x.upper()]), lambda: ''.join(['a', x[::-1]]), lambda: ''.join(['a', x*2]), lambda: ''.join(['a', x.replace(b'a',b'b')]), lambda: ''.join(['a', x.strip()]), lambda: ''.join(['a', x.join([b'a'])]),lambda: ''.join(['a', x.partition(b' ')[0]]), lambda: ''.join(['a', x % ()]), lambda: ''.join(['a', x+b'']), lambda: ''.join(['a', b''+x]), lambda: ''.join(['a', x.translate(None)]), lambda: ''.join(['a', x.center(9)]), lambda: ''.join(['a', x.ljust(1)]), lambda: ''.join(['a', x.expandtabs()]), lambda: ''.join(['a', x.title()]), lambda: ''.join(['a', x.splitlines()[0]]), lambda: ''.join(['a', x.removeprefix(b'q')]), lambda: ''.join(['a', x.zfill(3)]), lambda: ''.join(['a', x.rsplit()[0]]), lambda: ''.join(['a', x.copy()])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
