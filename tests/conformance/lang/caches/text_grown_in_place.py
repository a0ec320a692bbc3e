# `text += more` may grow the text where it is, but only while nobody else can see it.
long = "x" * 100
names = {long: 1}
kept = long
long += "é"
print(len(long), len(kept), long in names, kept in names)
for i in range(300):
    long += str(i)
print(len(long), long[-5:], long[100], hash(long) == hash("".join([long])))


def grow(text):
    seen = [text]
    for i in range(200):
        text += "ab"
        if i % 50 == 0:
            seen.append(text)
    text += text
    text += text[:3]
    return [len(each) for each in seen], len(text), text[:4]


print(grow("y" * 80), grow(""))


def cell_and_default(text="z" * 70):
    def inner():
        return text
    for _ in range(3):
        text += "!"
    return inner(), text


print([len(each) for each in cell_and_default()], len(cell_and_default()[0]))


class Log:
    text = "-" * 64

    def add(self, more):
        self.text += more
        return self


log = Log().add("a").add("b")
print(log.text[-3:], Log.text[-3:])


def unbound():
    t = "q" * 90
    t += "r"
    del t
    try:
        t += "s"
    except UnboundLocalError as error:
        print(error)


unbound()
text = "w" * 100
try:
    text += 1
except TypeError as error:
    print(error, len(text))
walk = "v" * 70
for character in walk:
    walk += character
print(len(walk))
a = b = "u" * 65
a += "1"
b += "2"
print(a[-2:], b[-2:])
