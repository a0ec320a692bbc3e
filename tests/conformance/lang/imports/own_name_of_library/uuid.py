class Line:
    items = ["a", "b"]
