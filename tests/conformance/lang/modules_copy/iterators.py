# Iterators are copied with where they stand, and by what they are called with.
import copy, dataclasses
x = iter([1,2,3]); next(x)
y = copy.copy(x); z = copy.deepcopy(x)
print(next(y), list(z), list(x), x.__reduce__())
t = iter((1,2)); print(list(copy.deepcopy(t)))
print(b'Ab Cd'.istitle(), b'aB'.istitle(), b''.istitle(), b'abab'.rindex(b'a'), bytearray(b'x').rindex(120))
try: sum(3, 'x')
except TypeError as e: print(e)
try: sum([], 'x')
except TypeError as e: print(e)
z = zip([1,2,3],'abc'); next(z)
for x in (zip([1,2],'ab'), map(abs,[-1,2]), filter(None,[0,1]), enumerate('ab', 3), zip([1],[2,3],strict=True)):
    r = x.__reduce__()
    print(r[0], len(r), len(r[1]))
    y = copy.deepcopy(x)
    try: print(list(y))
    except Exception as e: print(e)
