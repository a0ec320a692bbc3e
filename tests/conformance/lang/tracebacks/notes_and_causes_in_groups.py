# conformance: stderr
# Notes and causes of a member of a group.
def a():
    try: 1/0
    except ZeroDivisionError as e: raise ValueError("v") from e
def b():
    try: a()
    except ValueError as e:
        e.add_note("note 1\nnote 2")
        raise ExceptionGroup("g",[e, KeyError("z")])
b()
