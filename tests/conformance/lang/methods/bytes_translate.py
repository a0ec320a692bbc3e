# bytes.translate takes bytes or None, nothing else.
for x in ({}, 'a', 5, [1], None, b'a'):
    try: print(b'ab'.translate(x))
    except Exception as e: print(type(e).__name__, e)
try: print(b'ab'.expandtabs().translate({9:32}))
except Exception as e: print(e)
