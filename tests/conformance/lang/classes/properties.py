# A property computes, checks and refuses.
class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def degrees(self):
        print("(get)", end=" ")
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        print("(set)", end=" ")
        if value < -273.15:
            raise ValueError(f"{value} is below absolute zero")
        self._degrees = value

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32


c = Celsius(100)
print(c.fahrenheit)
c.degrees -= 60
print(c.degrees)
try:
    c.degrees = -300
except ValueError as error:
    print(error)
try:
    c.fahrenheit = 0
except AttributeError as error:
    print(error)
print(c.__dict__)
