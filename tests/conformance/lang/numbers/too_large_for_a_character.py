# chr() takes a C int, whatever the size of the number; and a date that cannot be read knows nothing of an earlier exception.
import datetime

for v in (10**18, 2**40, 2**31, -2**31 - 1, -10**30, 2**63, 1114112, -1, True, 1.5, "a"):
    try:
        print(repr(chr(v)))
    except Exception as e:
        print(type(e).__name__, e)
for s in ("2024-00-1-2", "2024-13-01", "2024-02-30", "x", "2024-1-1", "20240230", "2024-W01-8"):
    try:
        print(datetime.date.fromisoformat(s))
    except Exception as e:
        print(type(e).__name__, e, repr(e.__context__), e.__suppress_context__)
