# str.format and format_map: automatic and manual fields, attributes, items, conversions, errors; f-strings.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class O:
    a = {"k": [1, 2, 3], 5: "five"}
    def __format__(self, spec): return f"<{spec}>"
    def __repr__(self): return "O()"
    def __str__(self): return "O-str"


for text, args, kw in [("{}", (1,), {}), ("{} {}", (1,), {}), ("{0} {1} {0}", (1, 2), {}), ("{0} {}", (1, 2), {}), ("{} {0}", (1, 2), {}), ("{a}", (), {"a": 5}), ("{a}", (), {}), ("{0.a[k][1]}", (O(),), {}), ("{0.a[5]}", (O(),), {}),
                       ("{0.a[nope]}", (O(),), {}), ("{0.nope}", (O(),), {}), ("{!r:>8}|{!s:<8}|{!a}", (O(), O(), "é"), {}), ("{:x}", (O(),), {}), ("{!x}", (1,), {}), ("{!}", (1,), {}), ("{!rr}", (1,), {}), ("{", (), {}), ("}", (), {}),
                       ("{{}}", (), {}), ("{{{}}}", (1,), {}), ("{:{}}", (1, 5), {}), ("{:{w}.{p}f}", (3.14159,), {"w": 8, "p": 2}), ("{0:{1}{2}}", (5, ">", 4), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{0[0]}", ([7],), {}), ("{0[-1]}", ([7],), {}),
                       ("{0[a]}", ([7],), {}), ("{0[}", ([7],), {}), ("{0[]}", ([7],), {}), ("{0.}", (1,), {}), ("{0.real}{1.imag}", (1, 2), {}), ("{0]}", (1,), {}), ("{ 0}", (1,), {}), ("{a b}", (), {"a b": 1}), ("{00}", (1,), {}),
                       ("{99999999999999999999}", (1,), {}), ("{-1}", (1,), {}), ("{:%Y}", (5,), {}), ("{:}}", (5,), {}), ("{a[b]}", (), {"a": {"b": 1}}), ("{0.__class__.__name__}", (5,), {}), ("{:>{w}}", ("x",), {"w": "3"}), ("{:>{w}}", ("x",), {"w": "z"})]:
    try:
        print(text, "->", text.format(*args, **kw))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Default(dict):
    def __missing__(self, key): return f"<{key}>"


t("{a} {b}".format_map, Default(a=1)); t("{a}".format_map, {}); t("{}".format_map, {}); t("{a}".format_map, 5); t("{a}".format_map)
x, w, name = 3.14159, 10, "n"
print(f"{x:{w}.2f}|{x!r:>{w}}|{name=}|{x = :.2f}|{w=!s}", f"{{}}", f"{'a' 'b'}", f"{1,2}", f"{(lambda: 5)()}", f"{ {1: 2}[1] }", f"{x:%}", f"{O():a{w}b}", f"{'nested ' + f'{w}'}", f"{w:#x} {w:>+6}", f"{True:5}", f"{'x':*^{w}}", f"{w if w > 5 else 0:03d}", f"{x:.{w - 8}f}", sep="\n")
