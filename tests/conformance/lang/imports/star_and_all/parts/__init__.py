__all__ = ["one", "hello"]
hello = "from the package"
