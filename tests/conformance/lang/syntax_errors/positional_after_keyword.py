# conformance: stderr
print("a", end="", "b")
