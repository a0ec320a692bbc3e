# A cycle goes when gc.collect() finds it: finalisers run once, oldest object first, and may save what they were called for.
import gc

gc.collect()
gc.disable()
saved = []


class Node:
    def __init__(self, name):
        self.name = name
        self.friend = None

    def __del__(self):
        print("del", self.name, "friend of", self.friend and self.friend.name)
        if self.name == "saved":
            saved.append(self)


def pair(first, second):
    a, b = Node(first), Node(second)
    a.friend, b.friend = b, a
    return a


Node("alone")
print("alone is gone at once")
kept = pair("a", "b")
pair("c", "d")
pair("saved", "friend")
print("cycles stay:", len(saved))
print(gc.collect(), [node.name for node in saved])
print("collect again:", gc.collect())
print(saved[0].friend.friend is saved[0])
saved.clear()
print("not finalised a second time:", gc.collect())
kept.friend.friend = None
print("the cycle is cut")
del kept
print("end")
