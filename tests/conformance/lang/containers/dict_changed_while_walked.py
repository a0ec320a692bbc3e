# A loop that changes the dict it walks: which keys come, and what sys.getsizeof says, hang on when its table is made anew.
import sys
d = {i: i for i in range(5)}
try:
    for k in d:
        del d[k]; d[k + 10] = 1
        print(k, len(d))
except RuntimeError as e: print(repr(e))
d = {1: 1}
try:
    n = 0
    for k in d:
        del d[k]; d[k] = 1
        n += 1
        if n > 20: break
except RuntimeError as e: print(repr(e))
print(n)
for size in (1, 2, 3, 4, 5, 6, 11, 22):
    d = {i: i for i in range(size)}
    seen = []
    try:
        for k in d:
            seen.append(k)
            if len(seen) > 200: break
            del d[k]; d[k + 1000] = 1
    except RuntimeError as e: seen.append(str(e))
    print(size, seen)
    d = {str(i): i for i in range(size)}
    seen = []
    try:
        for k, v in d.items():
            seen.append(k)
            if len(seen) > 200: break
            d[k + 'x'] = d.pop(k)
    except RuntimeError as e: seen.append(str(e))
    print(size, seen, sys.getsizeof(d))
    d = {str(i): i for i in range(size)}
    seen = []
    try:
        for k in d:
            seen.append(k)
            if len(seen) > 200: break
            d.popitem()
            d[len(seen)] = 1
    except RuntimeError as e: seen.append(str(e))
    print(size, seen, sys.getsizeof(d))
    d = {str(i): i for i in range(size)}
    e = dict(d); f = d.copy(); g = {**d}; h = d | {'q': 1}; h.pop('q')
    for x in (e, f, g, h):
        seen = []
        try:
            for k in x:
                seen.append(k)
                x[k + 'y'] = x.pop(k)
                if len(seen) > 100: break
        except RuntimeError as err: seen.append(str(err))
        print(seen, sys.getsizeof(x))
    d = {}
    for i in range(size):
        d[i] = i
        if i % 3 == 0: d.pop(i)
        if i % 7 == 6: d.popitem()
    print(sys.getsizeof(d), sys.getsizeof(d.copy()), sys.getsizeof(dict(d)), d)
