"""concurrent.futures.ProcessPoolExecutor on the world's clock, for CPython: each process is a real child, forked when the first call is
submitted, and what it takes of the clock (its sleeping: work itself takes no time here) is waited for by a thread that stands for it.

What is sent, what cannot be, and what an exception looks like on the other side is CPython's own (pickle, concurrent.futures.process). Only
its queues and its manager thread are replaced, because they wait outside of the clock.
"""

import concurrent.futures
import concurrent.futures.process as process
import os
import pickle
import threading
import time
from multiprocessing.reduction import ForkingPickler

SECOND_NS = 1_000_000_000


def install(clock):
    class ProcessPoolExecutor(process.ProcessPoolExecutor):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self._threads = None

        def submit(self, fn, /, *args, **kwargs):
            if self._shutdown_thread:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if self._threads is None:
                children = [Child(clock) for _ in range(self._max_workers)]
                self._threads = concurrent.futures.ThreadPoolExecutor(self._max_workers, initializer=self._begin, initargs=(children,))
                self._children = children[:]
            return self._threads.submit(self._call, fn, args, kwargs)

        def _begin(self, children):
            threading.current_thread().child = children.pop(0)
            if self._initializer is not None:
                self._call(self._initializer, self._initargs, {})

        def _call(self, fn, args, kwargs):
            try:
                sent = ForkingPickler.dumps((fn, args, kwargs))
            except Exception as error:  # as _SafeQueue._on_queue_feeder_error has it
                error.__cause__ = process._RemoteTraceback("")
                raise
            return threading.current_thread().child.call(sent)

        def shutdown(self, wait=True, *, cancel_futures=False):
            self._shutdown_thread = True
            if self._threads is not None:
                self._threads.shutdown(wait, cancel_futures=cancel_futures)

    ProcessPoolExecutor.__module__ = "concurrent.futures.process"
    ProcessPoolExecutor.__qualname__ = "ProcessPoolExecutor"
    concurrent.futures.ProcessPoolExecutor = process.ProcessPoolExecutor = ProcessPoolExecutor


class Child:
    def __init__(self, clock):
        self._clock = clock
        asked, self._asking = os.pipe()
        self._answered, answering = os.pipe()
        if os.fork() == 0:
            os.close(self._asking)
            os.close(self._answered)
            try:
                self._serve(clock, os.fdopen(asked, "rb"), os.fdopen(answering, "wb"))
            finally:
                os._exit(0)
        os.close(asked)
        os.close(answering)
        self._asking, self._answered = os.fdopen(self._asking, "wb"), os.fdopen(self._answered, "rb")

    @staticmethod
    def _serve(clock, asked, answering):
        def sleep(seconds):
            clock.now_ns += round(seconds * SECOND_NS)

        time.sleep = sleep
        while True:
            try:
                clock.now_ns, call = pickle.load(asked)
            except EOFError:
                return
            before = clock.now_ns
            try:
                fn, args, kwargs = pickle.loads(call)
                answer = (True, fn(*args, **kwargs))
                sent = ForkingPickler.dumps(answer)
            except BaseException as error:
                sent = ForkingPickler.dumps((False, process._ExceptionWithTraceback(error, error.__traceback__)))
            pickle.dump((clock.now_ns - before, bytes(sent)), answering)
            answering.flush()

    def call(self, sent):
        pickle.dump((self._clock.now_ns, bytes(sent)), self._asking)
        self._asking.flush()
        took_ns, answer = pickle.load(self._answered)
        if took_ns:
            time.sleep(took_ns / SECOND_NS)
        fine, value = pickle.loads(answer)
        if fine:
            return value
        raise value
