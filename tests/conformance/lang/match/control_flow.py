# break, continue, return, try and nested matches inside cases.
def first_word(events):
    seen = []
    for event in events:
        match event:
            case ("skip", _):
                continue
            case ("stop",):
                break
            case ("return", value):
                return value, seen
            case (kind, *args):
                match args:
                    case []:
                        seen.append(kind)
                    case [int(n)] | [[int(n)]]:
                        seen.append((kind, n))
                    case _:
                        seen.append((kind, "?"))
            case _:
                seen.append("nothing")
    else:
        seen.append("all")
    return seen


print(first_word([("a",), ("b", 1), ("c", [2]), ("d", 1, 2), 5]))
print(first_word([("a",), ("skip", 1), ("stop",), ("b",)]))
print(first_word([("a",), ("return", 9), ("b",)]))


def guarded(x):
    match x:
        case int():
            try:
                return 10 // x
            except ZeroDivisionError:
                return "zero"
            finally:
                print("finally", x)
        case str() if (n := len(x)) > 2:
            return n
    return "end"


print(guarded(5), guarded(0), guarded("abc"), guarded("a"))


def numbers(limit):
    n = 0
    while True:
        match n % 3, n % 5:
            case 0, 0:
                yield "fizzbuzz"
            case 0, _:
                yield "fizz"
            case _, 0:
                yield "buzz"
            case _:
                yield n
        n += 1
        if n > limit:
            return


print(*numbers(15))

match = {"match": 1}
case = 2
match[case] = 3
print(match, case)
match (case):
    case 2:
        print("still a name")
