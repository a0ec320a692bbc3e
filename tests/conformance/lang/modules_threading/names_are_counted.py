# A name is counted only where none is given; the target's name stands in it, a subclass has none; it may be changed.
import functools
import threading


def target():
    print("run by", threading.current_thread().name)


class Own(threading.Thread):
    def run(self):
        print("own run by", self.name, self.daemon)


def run(thread):
    thread.start()
    thread.join()


run(threading.Thread(target=target))
run(Own())
run(threading.Thread(target=target, name="named"))
run(threading.Thread(target=functools.partial(target)))
run(threading.Thread(target=lambda: print("lambda by", threading.current_thread().name)))
run(Own(name="mine", daemon=True))
thread = threading.Thread(target=target, name=7)
print(repr(thread.name), thread)
thread.name = "changed"
thread.start()
thread.join()
print(repr(thread.name), threading.Thread().name)
