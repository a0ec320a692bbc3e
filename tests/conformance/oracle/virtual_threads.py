"""Threads on the world's clock, for CPython: real ones, of which exactly one runs, handed on only where a thread waits or ends.

Holds the order of the threads, and the lock on which they wait; CPython's own threading, queue, concurrent.futures and asyncio do
all the rest, for each of them is written in terms of that lock. It knows nothing of event loops but that they may wait, too.

Choices, which the simulator makes too:
1. Ready threads run in the order in which they became ready. A thread is not interrupted: work itself takes no time here.
2. Those whose deadline comes at one instant become ready by deadline, then in the order in which they began to wait.
3. Who waits longest for a lock is woken when it is released; if the lock was taken again before its turn came, it waits on, first.
"""

import concurrent.futures
import os
import queue
import threading
import time
import types
import _thread

SECOND_NS = 1_000_000_000
NEVER = float("inf")
CPU_COUNT = 32  # of the simulated machine: the default pools have 32 workers

_new_real_lock, _start_real_thread = _thread.allocate_lock, _thread.start_new_thread


class ExactSeconds(float):
    """A reading of the clock whose sums are whole nanoseconds again, so that waiting until "now + 0.1" ends at that instant.

    What is left until an instant that has come counts as less than nothing: on a real clock it would have passed.
    """

    def __add__(self, seconds):
        return ExactSeconds(round((float(self) + seconds) * SECOND_NS) / SECOND_NS)

    __radd__ = __add__

    def __sub__(self, seconds):
        return ExactSeconds(round((float(self) - seconds) * SECOND_NS) / SECOND_NS)

    def __lt__(self, other):
        return float(self) <= other


class Stack:
    def __init__(self):
        self.baton = _new_real_lock()
        self.baton.acquire()
        self.end_lock = None  # what threading calls _tstate_lock: released when the thread is over
        self.deadline, self.order, self.woken = NEVER, 0, False


class Threads:
    def __init__(self, clock, on_deadlock):
        self._clock = clock
        self._on_deadlock = on_deadlock  # must not return
        self.nothing_is_left = lambda: False  # asked before that: whether somebody goes on all the same, who is ready then
        self.until_ns, self.on_world_end = NEVER, None  # which must not return
        self._ready, self._waiting, self._parked = [], [], 0
        self.present = Stack()

    def park(self, deadline_ns=NEVER):
        """The present thread waits until it is woken (true) or its deadline has come."""
        me = self.present
        self._parked += 1
        me.deadline, me.order, me.woken = deadline_ns, self._parked, False
        self._waiting.append(me)
        following = self._choose()
        if following is not me:
            self._hand_to(following)
            me.baton.acquire()
        return me.woken

    def wake(self, stack):
        if stack in self._waiting:
            self._waiting.remove(stack)
            stack.woken = True
            self._ready.append(stack)

    def start(self, function, arguments, named=None):
        stack = Stack()

        def run():
            stack.baton.acquire()
            try:
                function(*arguments, **(named or {}))
            finally:
                if stack.end_lock is not None and stack.end_lock.locked():
                    stack.end_lock.release()
                self._hand_to(self._choose())

        self._ready.append(stack)
        return _start_real_thread(run, ())

    def _hand_to(self, stack):
        self.present = stack
        stack.baton.release()

    def _choose(self):
        if not self._ready:
            first = min((stack.deadline for stack in self._waiting), default=NEVER)
            if first > self.until_ns:
                self._clock.now_ns = max(self._clock.now_ns, self.until_ns)
                self.on_world_end()
            if first != NEVER:
                self._clock.now_ns = max(self._clock.now_ns, first)
            elif not self.nothing_is_left():
                self._on_deadlock()
        due = [stack for stack in self._waiting if stack.deadline <= self._clock.now_ns]
        for stack in sorted(due, key=lambda stack: (stack.deadline, stack.order)):
            self._waiting.remove(stack)
            self._ready.append(stack)
        return self._ready.pop(0)


def _lock_type(threads, clock):
    class lock:
        def __init__(self):
            self._is_locked = False
            self._waiters = []

        def acquire(self, blocking=True, timeout=-1):
            _new_real_lock().acquire(blocking, timeout)  # raises what CPython raises for wrong arguments
            if not self._is_locked:
                self._is_locked = True
                return True
            if not blocking:
                return False
            deadline = NEVER if timeout == -1 else clock.now_ns + round(timeout * SECOND_NS)
            me, is_first_try = threads.present, True
            while True:
                self._waiters.insert(len(self._waiters) if is_first_try else 0, me)
                is_woken, is_first_try = threads.park(deadline), False
                if me in self._waiters:
                    self._waiters.remove(me)
                if not self._is_locked:
                    self._is_locked = True
                    return True
                if not is_woken or clock.now_ns >= deadline:
                    return False

        def release(self):
            if not self._is_locked:
                raise RuntimeError("release unlocked lock")
            self._is_locked = False
            if self._waiters:
                threads.wake(self._waiters.pop(0))

        def locked(self):
            return self._is_locked

        def __enter__(self):
            return self.acquire()

        def __exit__(self, *exc_info):
            self.release()

        def _at_fork_reinit(self):
            self.__init__()

        def __repr__(self):
            return f"<{'locked' if self._is_locked else 'unlocked'} _thread.lock object at {id(self):#x}>"

    lock.__module__, lock.__qualname__ = "_thread", "lock"
    return lock


def install(clock, on_deadlock, keep_own_frames):
    """Puts threads on `clock`. `keep_own_frames(exception)` takes library frames from a traceback that is to be printed."""
    threads = Threads(clock, on_deadlock)
    Lock = _lock_type(threads, clock)

    def set_sentinel():
        threads.present.end_lock = Lock()
        return threads.present.end_lock

    _thread.start_new_thread = threading._start_new_thread = threads.start
    threading.Lock = threading._allocate_lock = Lock
    threading._set_sentinel = set_sentinel
    threading._CRLock = None  # the one written in Python goes through the lock above
    threading._RLock.__module__, threading._RLock.__qualname__ = "_thread", "RLock"
    threading._RLock.__repr__ = _rlock_repr
    os.cpu_count = lambda: CPU_COUNT
    _put_main_thread_on(Lock)

    def now():
        return ExactSeconds(clock.seconds())

    threading._time = queue.time = now
    concurrent.futures._base.time = types.SimpleNamespace(monotonic=now)
    queue._PySimpleQueue.__name__ = queue._PySimpleQueue.__qualname__ = "SimpleQueue"
    queue._PySimpleQueue.__module__ = "_queue"
    queue.SimpleQueue = queue._PySimpleQueue

    real_hook = threading.excepthook

    def excepthook(args, /):
        if args.exc_value is not None:
            keep_own_frames(args.exc_value)
            args = threading.ExceptHookArgs((args.exc_type, args.exc_value, args.exc_value.__traceback__, args.thread))
        real_hook(args)

    threading.excepthook = threading.__excepthook__ = excepthook

    real_sleep = time.sleep

    def sleep(seconds):
        if isinstance(seconds, (int, float)) and 0 <= seconds < 9e9:
            threads.park(clock.now_ns + round(seconds * SECOND_NS))
        else:
            real_sleep(seconds)  # raises what CPython raises for a wrong argument

    time.sleep = sleep
    return threads


def _rlock_repr(lock):
    state = "locked" if lock._block.locked() else "unlocked"
    return f"<{state} _thread.RLock object owner={lock._owner or 0} count={lock._count} at {id(lock):#x}>"


def _put_main_thread_on(Lock):
    """The main thread began before there was a clock: whoever joins it waits on a lock of ours as well."""
    main = threading.main_thread()
    threading._shutdown_locks.discard(main._tstate_lock)
    main._tstate_lock = Lock()
    main._tstate_lock.acquire()
    threading._shutdown_locks.add(main._tstate_lock)
    main._started._cond = threading.Condition(Lock())
