# conformance: stderr
# Both exceptions are printed, the first one first.
class OrderError(Exception):
    pass


stock = {"tea": 1}


def take(name):
    try:
        return stock[name]
    except KeyError as error:
        raise OrderError(f"no {name}") from error


def serve():
    try:
        take("cake")
    except OrderError:
        print("sorry", flush=True)
        1 / 0


serve()
