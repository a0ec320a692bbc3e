# conformance: stderr
# An exception that leaves a thread is printed with the thread's name, its cause and its frames; the program goes on. SystemExit is silent.
import threading


def inner(number):
    return 1 / number


def worker():
    try:
        inner(0)
    except ZeroDivisionError as error:
        raise ValueError("no number") from error


def leaves():
    raise SystemExit(3)


for target, name in ((worker, None), (leaves, None), (inner, "division")):
    thread = threading.Thread(target=target, name=name, args=(0,) if target is inner else ())
    thread.start()
    thread.join()
    print(thread.name, thread.is_alive())
print("on")
