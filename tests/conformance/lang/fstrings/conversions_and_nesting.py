# What may stand in the braces: any expression, !r !s !a, =, a nested width; and {{ }}.
name, n, pi = "Ann", 7, 3.14159
print(f"{name} {name!r} {name!s:>6}| {'é'!a} {n + 1} {n if n > 5 else 0} {[x for x in range(3)]} {{literal}} {{{n}}}")
print(f"{n = } {n=} {name = !s} {pi = :.2f} { n + 1 = } {name=!r:>8}")
width, digits = 10, 3
print(f"[{pi:{width}.{digits}}] [{name:{'^'}{width}}] [{n:{'0'}{width // 2}d}]")
print(f"{ {'a': 1}['a'] } {(lambda x: x * 2)(4)} {{}} {name[0]}{name[-1]} {'nested ' + f'{n}'}")
print(f"{'a' 'b'}" "joined" f"{1}" 'x', f"""multi
{name}
line""", rf"\n{n}", f"{n:d}\t|", f"{'%d' % n}")
print(f"{True} {None} {3 == 3.0} {1,2} {[]!r:5}|" f"{n!r:>4}")
print(f"{name:5}|{name:>5}|{name:^6}|{name:*<6}|{name:.2}|{name:_^9.1}|")
try:
    f"{undefined}"
except NameError as error:
    print(error)
print("{} {1}".replace("1", "x"), "{0} {1} {0} {k:>{w}} {d[a]} {c.real}".format("a", "b", k="c", w=3, d={"a": 5}, c=2))
