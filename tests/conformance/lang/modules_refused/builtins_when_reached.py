# conformance: by hand
# What stands under a condition, or goes by another name, is refused when it is reached; a program's own `open` is its own.
def open(name):
    return f"opened {name}"


print(open("the door"))
read = eval
try:
    read("1 + 1")
except NotImplementedError as e:
    print(type(e).__name__, e)
if len("xy") > 3:
    breakpoint()
try:
    exec("pass")
except Exception as e:
    print(type(e).__name__, e)
print(isinstance(3, complex), complex.__name__)
try:
    complex("1+2j") if True else None
except NotImplementedError as e:
    print(e)
