# conformance: stderr
# try with all its clauses, chains, notes, and a group that nobody catches.
def divide(a, b):
    try:
        result = a / b
    except ZeroDivisionError as e:
        print("division by zero!", e)
    except TypeError as e:
        print("type", e)
        raise
    else:
        print("result is", result)
        return result
    finally:
        print("executing finally clause")
divide(2, 1); divide(2, 0)
try: divide("2", "1")
except TypeError: print("caught outside")
class B(Exception): pass
class C(B): pass
class D(C): pass
for cls in [B, C, D]:
    try: raise cls()
    except D: print("D")
    except C: print("C")
    except B: print("B")
try:
    raise Exception('spam', 'eggs')
except Exception as inst:
    print(type(inst), inst.args, inst); x, y = inst.args; print('x =', x, 'y =', y)
def this_fails(): x = 1/0
try: this_fails()
except ZeroDivisionError as err: print('Handling run-time error:', err)
def bool_return():
    try: return True
    finally: return False
print(bool_return())
def f():
    raise ConnectionError
try:
    try: f()
    except ConnectionError as exc: raise RuntimeError('Failed to open database') from exc
except RuntimeError as e: print(repr(e), repr(e.__cause__), e.__suppress_context__)
try:
    try: open_ = {}["x"]
    except KeyError: raise ValueError("second")
except ValueError as e: print(repr(e.__context__))
excs = []
for test in [lambda: 1/0, lambda: int("x"), lambda: [][1]]:
    try: test()
    except Exception as e:
        e.add_note(f'Happened in Iteration {len(excs)+1}'); excs.append(e)
raise ExceptionGroup('We have some problems', excs)
