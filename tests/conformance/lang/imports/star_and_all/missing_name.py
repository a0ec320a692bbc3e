__all__ = ["there", "not_there"]
there = "set before the error"
