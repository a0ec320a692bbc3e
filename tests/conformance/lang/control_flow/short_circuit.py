# and/or give back an operand, evaluate no more than needed; comparisons chain and evaluate the middle once.
def say(value):
    print(f"<{value!r}>", end=" ")
    return value


print(say(0) or say("b"), say("") and say(1), say(1) and say([]) or say("c"))
print(say(1) < say(3) < say(2) < say(5))
print(say(3) > say(2) > say(1), say(1) == say(1.0) is not None)
print(not say([]), not not say("x"))
print((say("yes") if say(True) else say("no")), end="\n")
print(1 < 2 == 2 != 3 in [3], (1 < 2) == True, 1 < 2 == True)
if (n := say(10)) > 5 and (m := n * 2):
    print(n, m)
print([y := 1, y**2, y + 1], y)
print([last := x for x in range(3)], last)
while (n := n - 4) > 0:
    print("n is", n)
print(None or False or 0, 5 and 0.0 and 7, any([]), all([]))
