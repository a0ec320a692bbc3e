# A generator that waits in a cycle is closed when the cycle is found; one that is held outside is not.
import gc

gc.collect()
gc.disable()


def work(box, name):
    try:
        print("begin", name)
        yield 1
    except GeneratorExit:
        print("closed", name)
        raise
    finally:
        print("finally", name, len(box))


def start(name):
    box = []
    box.append(work(box, name))
    next(box[0])
    return box


start("lost")
held = start("held")
print(gc.collect())
print(next(held[0], "over"))
held = None
print(gc.collect())
print("end")
