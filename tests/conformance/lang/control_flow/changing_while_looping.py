# A list grows under the loop; a dict refuses to; range is fixed; the target can be anything.
numbers = [1, 2, 3]
for n in numbers:
    if n < 4:
        numbers.append(n + 2)
print(numbers)
letters = list("abcd")
for letter in letters:
    letters.remove(letter)
print(letters)
try:
    counts = {"a": 1}
    for key in counts:
        counts[key + key] = 2
except RuntimeError as error:
    print(error)
try:
    some = {1, 2}
    for item in some:
        some.add(item + 10)
except RuntimeError as error:
    print(error)
for i in range(3):
    i += 10
print(i)
slots = [0, 0]
for slots[1] in (7, 8):
    pass
for (a, *b), c in [((1, 2, 3), 4)]:
    print(a, b, c, slots)
