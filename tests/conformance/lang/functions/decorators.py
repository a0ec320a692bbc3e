# Applied from the bottom up; evaluated from the top down.
def tag(name):
    print("make", name)

    def wrap(function):
        print("apply", name)

        def call(*args, **kwargs):
            return f"<{name}>" + function(*args, **kwargs) + f"</{name}>"

        return call

    return wrap


@tag("b")
@tag("i")
def hello(who, mark="."):
    return "hello " + who + mark


print(hello("Ann"), hello("Bob", mark="!"))


def register(cls):
    cls.known = True
    return cls


@register
class Plain:
    pass


print(Plain.known, hello.__name__, tag.__name__, (lambda: 0).__name__)
