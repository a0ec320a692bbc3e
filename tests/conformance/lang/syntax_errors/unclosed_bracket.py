# conformance: stderr
# Reported where the bracket was opened; nothing of the program is printed.
print("never printed")
order = ["tea", ("cake", 2),
total = 3
print(total)
