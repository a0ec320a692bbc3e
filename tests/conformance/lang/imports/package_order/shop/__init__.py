print("shop runs as", __name__, "in package", __package__)
NAME = "The Shop"
