# conformance: stderr
# A file that does not compile is found out when it is imported, not before: what stands above runs.
print("main runs")
try:
    import indented
except SyntaxError as error:
    print(type(error).__name__, "|", error.msg, "|", error.lineno, "|", error.text)
    print(str(error), "|", error.args[0])
import sys

print("indented" in sys.modules)
import wrong
