__all__ = ["_even_this"]
_even_this = "chosen"
not_chosen = "not"
