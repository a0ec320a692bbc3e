# What stands for a match in sub() and expand(): group references, escapes, and what is wrong with them.
import re

for template in ['\\1','\\2','\\g<1>','\\g<x>','\\g<','\\g','\\g<>','\\g<1','\\g<-1>','\\g<9>','\\n\\t','\\q','\\.','\\0','\\07','\\101','\\18','\\g<0>x','\\\\','\\400','\\']:
    try:
        print(repr(template), repr(re.sub("(?P<k>a)", template, "bab")))
    except Exception as error:
        print(repr(template), type(error).__name__, error)


def shout(found):
    return found.group().upper()


print(re.sub("[ab]", shout, "banana", count=3), re.subn("x*", "-", "abxd"), re.sub("(a)|b", r"[\1]", "ab"))
print(re.sub("(?P<first>\\w+) (?P<second>\\w+)", r"\g<second> \g<first>", "one two three four"))
print(re.sub(b"a", b"<\\g<0>>", b"banana"), re.sub("é", "ê", "éé"), re.sub("z", "y", "same"))
print(re.match("(a)(b)?", "ac").expand(r"\1-\2-"))
for wrong in (lambda: re.sub("a", 5, "a"), lambda: re.sub("a", lambda m: 5, "a"), lambda: re.sub("a", b"b", "a")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
