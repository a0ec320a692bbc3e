# conformance: stderr
print("never printed")
name = "Ann
print(name)
