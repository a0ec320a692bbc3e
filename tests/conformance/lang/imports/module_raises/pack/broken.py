raise ValueError("in the module")
