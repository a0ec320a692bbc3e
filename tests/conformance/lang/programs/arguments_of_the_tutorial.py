# conformance: stderr
# The tutorial's parrot and cheese shop: positional, keyword, default, star and annotations.
def parrot(voltage, state='a stiff', action='voom', type='Norwegian Blue'):
    print("-- This parrot wouldn't", action, end=' ')
    print("if you put", voltage, "volts through it.")
    print("-- Lovely plumage, the", type)
    print("-- It's", state, "!")
parrot(1000); parrot(voltage=1000000, action='VOOOOOM'); parrot('a thousand', state='pushing up the daisies')
def cheeseshop(kind, *arguments, **keywords):
    print("-- Do you have any", kind, "?")
    for arg in arguments: print(arg)
    print("-" * 40)
    for kw in keywords: print(kw, ":", keywords[kw])
cheeseshop("Limburger", "It's very runny, sir.", shopkeeper="Michael Palin", client="John Cleese")
def concat(*args, sep="/"): return sep.join(args)
print(concat("earth", "mars", "venus"), concat("earth", "mars", sep="."))
print(parrot.__defaults__, cheeseshop.__kwdefaults__, concat.__kwdefaults__, parrot.__code__.co_varnames)
def f(ham: str, eggs: str = 'eggs') -> str:
    print("Annotations:", f.__annotations__); return ham + ' and ' + eggs
f('spam')
pairs = [(1, 'one'), (2, 'two'), (3, 'three'), (4, 'four')]; pairs.sort(key=lambda pair: pair[1]); print(pairs)
parrot(voltage=5.0, 'dead') if False else None
