c = copy_context(); print(len(c), v in[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ c, c[v], c.get(w, 9), [ for _, x in c.items()], list(c.values()))
c = copy_context(); print(len(c), v in[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ c, c[v]  c.get(w, 9), [x for _, x in c.items()], list(c.values()))
