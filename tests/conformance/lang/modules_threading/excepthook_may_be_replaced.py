# threading.excepthook is asked for with what happened and where; it may be set by the program.
import threading


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


def fails(word):
    raise KeyError(word)


threading.excepthook = hook
thread = threading.Thread(target=fails, args=("key",), name="T")
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__
print("end")
