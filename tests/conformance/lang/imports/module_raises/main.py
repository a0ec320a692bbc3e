# conformance: stderr
# A module whose code raises is forgotten and runs anew at the next import; its package stays.
import sys

for _ in range(2):
    try:
        import broken
    except ZeroDivisionError as error:
        print(error, "broken" in sys.modules)
try:
    import pack.broken
except ValueError:
    print("pack" in sys.modules, "pack.broken" in sys.modules)
import pack

print(pack.fine, hasattr(pack, "broken"))
import broken
