# else of a loop runs when it was not left by break.
def find(values, wanted):
    for value in values:
        if value == wanted:
            print("found", end=" ")
            break
    else:
        print("nowhere", end=" ")


find([1, 2], 2)
find([1, 2], 3)
find([], 1)
print()
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print(n, end=" ")
else:
    print("while is over")
while True:
    break
else:
    print("never")
for a in range(3):
    for b in range(3):
        if b == a:
            break
    else:
        print("no break for", a)
        continue
    print(a, b)
for x in []:
    pass
else:
    print("else of an empty loop")
