# conformance: stderr
# Decorators with and without arguments, as classes, of classes and methods, and a call that does not fit.
import functools, time
def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        print(f"Calling {func.__name__}{args}{kwargs}")
        value = func(*args, **kwargs)
        print(f"Finished {func.__name__!r}")
        return value
    return wrapper
def repeat(num_times=2):
    def deco(func):
        @functools.wraps(func)
        def wrapper(*a, **k):
            for _ in range(num_times): value = func(*a, **k)
            return value
        wrapper.calls = num_times
        return wrapper
    return deco
def debug(func):
    @functools.wraps(func)
    def w(*args, **kwargs):
        args_repr = [repr(a) for a in args]
        kwargs_repr = [f"{k}={v!r}" for k, v in kwargs.items()]
        signature = ", ".join(args_repr + kwargs_repr)
        print(f"Calling {func.__name__}({signature})")
        value = func(*args, **kwargs)
        print(f"{func.__name__!r} returned {value!r}")
        return value
    return w
class CountCalls:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
        self.num_calls = 0
    def __call__(self, *args, **kwargs):
        self.num_calls += 1
        print(f"Call {self.num_calls} of {self.func.__name__!r}")
        return self.func(*args, **kwargs)
    def __get__(self, obj, cls): return functools.partial(self, obj) if obj else self
def singleton(cls):
    @functools.wraps(cls)
    def wrapper(*args, **kwargs):
        if not wrapper.instance: wrapper.instance = cls(*args, **kwargs)
        return wrapper.instance
    wrapper.instance = None
    return wrapper
@timer
@repeat(num_times=3)
def greet(name, greeting="Hi"):
    "Greets."
    print(f"{greeting} {name}")
    return name.upper()
print(greet("World", greeting="Hello"), greet.__name__, greet.__doc__, greet.__wrapped__.calls)
@debug
def fact(n): return 1 if n < 2 else n * fact(n - 1)
fact(3)
@CountCalls
def hi(): print("hi")
hi(); hi(); print(hi.num_calls, hi.__name__)
@singleton
class One: pass
print(One() is One())
class M:
    @CountCalls
    def m(self, x): return x * 2
print(M().m(4))
def register(registry={}):
    def deco(f): registry[f.__name__] = f; return f
    deco.all = registry
    return deco
reg = register()
@reg
def plug(): return 1
print(list(reg.all), plug())
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(100), fib.cache_info())
@functools.singledispatch
def show(x): return f"obj {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list of {len(x)}"
print(show(1), show([1,2]), show("s"), show(True))
greet()
