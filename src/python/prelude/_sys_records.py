"""What of sys is seldom read, made when a program first asks for it. Every name here without an underscore is one of sys."""

from _prelude import no_attribute
from sys import _record, version_info as _version_info

float_info = _record(
    "sys.float_info",
    ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"),
    (1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1))
int_info = _record(
    "sys.int_info",
    ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"),
    (30, 4, 4300, 640))
hash_info = _record(
    "sys.hash_info", ("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"),
    (64, (1 << 61) - 1, 314159, 0, 1000003, "siphash13", 64, 128, 0))
thread_info = _record("sys.thread_info", ("name", "lock", "version"), ("pthread", "semaphore", None))
flags = _record(
    "sys.flags",
    ("debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment", "verbose",
     "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path",
     "int_max_str_digits"),
    (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, False, 0, 0, False, 4300))


class _Implementation:
    name = "waiter"
    version = _version_info
    cache_tag = None
    hexversion = 0x030b07f0

    def __repr__(self):
        return f"namespace(name={self.name!r}, cache_tag={self.cache_tag!r}, version={self.version!r}, hexversion={self.hexversion!r})"


implementation = _Implementation()
abiflags = ""
api_version = 1013
builtin_module_names = ("_abc", "_collections", "_functools", "_sre", "_thread", "builtins", "gc", "itertools", "sys", "time")
copyright = "Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved."
dont_write_bytecode = True  # there are no files
float_repr_style = "short"
orig_argv = ["python3", "main.py"]
platlibdir = "lib"
prefix = exec_prefix = base_prefix = base_exec_prefix = ""
pycache_prefix = None
warnoptions = []


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


def is_finalizing():
    return False


def gettrace():
    return None


def getprofile():
    return None


def displayhook(object, /):
    import builtins
    if object is None:
        return
    builtins._ = None
    print(repr(object))
    builtins._ = object


def excepthook(exctype, value, traceback, /):
    import sys
    if not isinstance(value, BaseException):
        print(f"TypeError: print_exception(): Exception expected for value, {type(value).__name__} found", file=sys.stderr)
        return
    from _prelude import uncaught_text
    print(uncaught_text(value.with_traceback(traceback)), end="", file=sys.stderr)


__displayhook__, __excepthook__ = displayhook, excepthook
