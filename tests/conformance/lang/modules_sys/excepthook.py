# conformance: stderr
# conformance: by hand (the oracle reports what a program raises itself)
# An exception that nobody catches goes to sys.excepthook, which may be the program's own; the default one is callable, too.
import sys

print(sys.excepthook is sys.__excepthook__)
try:
    {}["k"]
except KeyError:
    sys.excepthook(*sys.exc_info())


def own(kind, value, traceback):
    print("hook:", kind.__name__, value, traceback.tb_lineno)
    while traceback.tb_next:
        traceback = traceback.tb_next
    print("deepest line", traceback.tb_lineno, traceback.tb_frame.f_code.co_name)
    sys.stderr.write("and to stderr\n")


sys.excepthook = own


def fails():
    try:
        raise OSError("first")
    except OSError as error:
        raise ValueError("second") from error


fails()
