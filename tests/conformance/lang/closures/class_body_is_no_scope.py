# Methods do not see names of the class body; the first iterable of a comprehension does.
x = "global"


class Table:
    x = "class"
    seats = [1, 2, 3]
    doubled = [seat * 2 for seat in seats]
    copy = x

    def look(self):
        return x


print(Table().look(), Table.copy, Table.doubled)

try:

    class Broken:
        size = 2
        made = [size for _ in range(2)]

except NameError as error:
    print(error)


def enclosing():
    x = "enclosing"

    class Inner:
        y = x

        def look(self):
            return x

    return Inner.y, Inner().look()


print(enclosing())
