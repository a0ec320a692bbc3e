# conformance: stderr
# A module that does not exist is an error when the import runs, and can be caught.
print("before")
try:
    import tables_and_chairs
except ImportError as error:
    print(type(error).__name__, error, error.name)
try:
    from asyncio import nothing_of_that_name
except ImportError as error:
    print(str(error).split(" (")[0])
import forks_and_knives

print("never printed")
