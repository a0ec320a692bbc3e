# What programs read of sys: records that are tuples with names, limits that are held, names that are not there.
import sys

print(sys.flags.optimize, sys.flags.dev_mode, type(sys.flags).__name__, len(sys.flags))
print(sys.hash_info.modulus, sys.hash_info.inf == hash(float("inf")), hash(sys.hash_info.modulus))
print(sys.float_info.max, sys.float_info[0] == sys.float_info.max, sys.float_info.dig, sys.int_info.bits_per_digit)
print(sys.version_info[:2] >= (3, 8), sys.version_info > (3,), sys.version_info.releaselevel, sys.version_info.major)
print(sys.maxsize == 2**63 - 1, sys.byteorder, sys.maxunicode, sys.getdefaultencoding(), sys.getfilesystemencoding())
print("sys" in sys.builtin_module_names, "random" in sys.builtin_module_names, "sys" in sys.modules, sys.modules["sys"] is sys)
print(sys.gettrace(), sys.getprofile(), sys.is_finalizing(), sys.float_repr_style)
print(sys.getswitchinterval())
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
for bad in (0, -1, "x"):
    try:
        sys.setswitchinterval(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    sys.setrecursionlimit(1.5)
except TypeError as error:
    print(error)
try:
    sys.nonsense
except AttributeError as error:
    print(error, error.name, error.obj is sys)
print(hasattr(sys, "ps1"), getattr(sys, "last_value", "none"))
sys.displayhook(None)
sys.displayhook([1, "a"])
print(_)
for code in ([1], (), None, 3, "text"):
    try:
        sys.exit(code)
    except SystemExit as stopped:
        print(repr(stopped.code), stopped.args)
print(sys.stdout.write("five\n"), sys.stdout.encoding, sys.stdout.name, sys.stderr.name)
try:
    sys.stdout.write(3)
except TypeError as error:
    print(error)
