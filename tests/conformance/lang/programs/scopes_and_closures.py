# conformance: stderr
# local, nonlocal and global, closures in loops, defaults that are shared, a local before its value.
def scope_test():
    def do_local(): spam = "local spam"
    def do_nonlocal():
        nonlocal spam
        spam = "nonlocal spam"
    def do_global():
        global spam
        spam = "global spam"
    spam = "test spam"
    do_local(); print("After local assignment:", spam)
    do_nonlocal(); print("After nonlocal assignment:", spam)
    do_global(); print("After global assignment:", spam)
scope_test(); print("In global scope:", spam)
def make_multipliers(): return [lambda x: x * i for i in range(3)]
print([m(2) for m in make_multipliers()])
def make2(): return [lambda x, i=i: x * i for i in range(3)]
print([m(2) for m in make2()])
def counter():
    count = 0
    def inc():
        nonlocal count
        count += 1
        return count
    return inc
c = counter(); c(); print(c(), c.__closure__[0].cell_contents, c.__code__.co_freevars)
def f(a, L=[]): L.append(a); return L
print(f(1), f(2), f(3), f.__defaults__)
x = 10
def g():
    print(x)
    x = 5
g()
