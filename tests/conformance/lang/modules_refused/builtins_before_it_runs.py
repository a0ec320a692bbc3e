# conformance: by hand
# A call of a builtin that is not run is refused before the first line, in a function too; the names themselves may be used.
print(isinstance(1.5, (int, float, complex)))


def ask():
    return input("how many? ")


print("never")
