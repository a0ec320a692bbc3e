# conformance: stderr
# with by class and by generator, suppress, ExitStack, what is no context manager.
class ManagedResource:
    def __init__(self, name, suppress=False): self.name, self.suppress = name, suppress
    def __enter__(self): print("enter", self.name); return self
    def __exit__(self, et, ev, tb): print("exit", self.name, et.__name__ if et else None, ev); return self.suppress
from contextlib import contextmanager, suppress, ExitStack, closing, nullcontext, redirect_stdout
with ManagedResource("a") as a, ManagedResource("b") as b: print(a.name, b.name)
with ManagedResource("s", True): raise ValueError("gone")
@contextmanager
def tag(name):
    print(f"<{name}>")
    try: yield name
    except KeyError as e: print("caught", e)
    finally: print(f"</{name}>")
with tag("h1") as t: print(t)
with tag("p"): raise KeyError("k")
with suppress(ZeroDivisionError): 1/0
with ExitStack() as st:
    for n in "xyz": st.enter_context(tag(n))
    st.callback(print, "callback", 1)
import io
buf = io.StringIO()
with redirect_stdout(buf): print("hidden")
print(repr(buf.getvalue()))
@tag("deco")
def f(): print("in f")
f(); f()
@contextmanager
def bad(): yield 1; yield 2
try:
    with bad(): pass
except RuntimeError as e: print(e)
@contextmanager
def never():
    if False: yield
try:
    with never(): pass
except RuntimeError as e: print(e)
for obj in (5, None, object()):
    try:
        with obj: pass
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class NoExit:
    def __enter__(self): return 1
try:
    with NoExit(): pass
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
with ManagedResource("last"): raise IndexError("out")
