# super() follows the order of the instance's class, not the class it is written in.
class Base:
    def serve(self):
        return ["Base"]


class Left(Base):
    def serve(self):
        return ["Left"] + super().serve()


class Right(Base):
    def serve(self):
        return ["Right"] + super().serve()


class Both(Left, Right):
    def serve(self):
        return ["Both"] + super().serve()


print(Both().serve())
print(Left().serve())
print([cls.__name__ for cls in Both.__mro__])
print(isinstance(Both(), Right), issubclass(Left, Right), issubclass(Both, (int, Base)))

try:

    class Impossible(Base, Left):
        pass

except TypeError as error:
    print(str(error).splitlines()[0])
