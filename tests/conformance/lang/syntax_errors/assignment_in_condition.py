# conformance: stderr
table = 4
if table = 4:
    print("same")
