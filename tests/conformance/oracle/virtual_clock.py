"""The world's clock, for CPython: whole nanoseconds that only waiting moves.

Holds the clock, the event loop that waits on it, and the functions of `time` that read it; virtual_threads.py moves it.
It knows nothing of transcripts.

Choices, which the simulator makes too:
1. Program start is 0: time.monotonic(), time.perf_counter() and loop.time() all begin at 0.0, time.time() at 1700000000.0.
2. A delay is rounded to the nearest nanosecond, ties to even.
3. Equal deadlines run in the order in which they were set. CPython itself compares timers by deadline alone, so that
   equal ones come in heapq's order; no program can rely on that order on a real clock.
4. Tasks are listed (asyncio.all_tasks, and when asyncio.run cancels what is left over) in the order in which they were
   made, and a TaskGroup cancels them in it; as_completed() makes tasks in the order in which it was given coroutines.
   CPython keeps them in sets, in the order of their addresses.
"""

import asyncio
import ctypes
import datetime
import gc
import math
import os
import selectors
import sys
import time
import weakref

import virtual_processes
import virtual_threads

EPOCH_S = 1_700_000_000  # what time.time() says at the program's start
SECOND_NS = 1_000_000_000


class Clock:
    def __init__(self):
        self.now_ns = 0

    def seconds(self):
        return self.now_ns / SECOND_NS

    def unix_seconds(self):
        # Added as floats, in this order: every implementation can repeat it to the last bit.
        return float(EPOCH_S) + self.now_ns / SECOND_NS

    def unix_ns(self):
        return EPOCH_S * SECOND_NS + self.now_ns


class TimerHandle(asyncio.TimerHandle):
    """Orders equal deadlines by the order in which they were set."""

    __slots__ = ["_sequence", "deadline_ns"]
    _made = 0

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        TimerHandle._made += 1
        self._sequence = TimerHandle._made

    def __lt__(self, other):
        if not isinstance(other, TimerHandle):
            return NotImplemented
        return (self._when, self._sequence) < (other._when, other._sequence)


class NoNetwork:
    """What a program that serves nobody waits for besides its timers."""

    def next_ns(self):
        return virtual_threads.NEVER

    def take_due(self):
        return []


class JumpingSelector(selectors.EpollSelector):
    """Never sleeps: its thread is parked on the virtual clock. Connections within the program are real ones, over loopback."""

    LOOPBACK_S = 0.02  # real seconds in which what was sent has surely arrived

    loop = None
    network = NoNetwork()  # simulated_server's while there are clients
    is_called = False  # from another thread, since the last select()
    stack = None  # that waits here

    def _arrived(self, wait_s):
        return [event for event in super().select(wait_s) if event[0].fileobj is not self.loop._ssock]

    def select(self, timeout=None):
        arrived = self._arrived(0)
        if not arrived and timeout != 0 and len(self.get_map()) > 1:
            arrived = self._arrived(self.LOOPBACK_S)
        if arrived:
            return arrived
        if not self.is_called and (timeout is None or timeout > 0):
            threads = self.loop.threads
            self.stack = threads.present
            # Not now + timeout: the loop never asks for more than a day at once.
            timer_ns = virtual_threads.NEVER if timeout is None else self.loop._scheduled[0].deadline_ns
            deadline_ns = min(timer_ns, self.network.next_ns())
            if deadline_ns > self.loop.clock.now_ns:
                threads.park(deadline_ns)
            self.stack = None
        self.is_called = False
        return self.network.take_due()


class SmallestStep(float):
    """A clock resolution so fine that a timer is due at its own nanosecond and not one before."""

    def __radd__(self, seconds):
        return math.nextafter(seconds, math.inf)


class TasksInOrder(set):
    """A set of tasks that is walked in the order in which they were made."""

    def __iter__(self):
        return iter(sorted(super().__iter__(), key=lambda task: task.get_loop().task_numbers[task]))

    def __sub__(self, other):
        return TasksInOrder(super().__sub__(other))


class SetInOrder(set):
    """A set that is walked in the order in which its elements came."""

    def __init__(self, elements=()):
        super().__init__()
        self._order = {}
        for element in elements:
            self.add(element)

    def add(self, element):
        super().add(element)
        self._order[element] = None

    def discard(self, element):
        super().discard(element)
        self._order.pop(element, None)

    def __iter__(self):
        return iter(list(self._order))

    def __repr__(self):
        return repr(set(self._order))


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self, clock, threads):
        self.clock = clock
        self.threads = threads
        selector = JumpingSelector()
        selector.loop = self
        super().__init__(selector)
        self._clock_resolution = SmallestStep()
        self._tasks_made = 0
        self.task_numbers = weakref.WeakKeyDictionary()

    def time(self):
        return self.clock.seconds()

    def call_at(self, when, callback, *arguments, context=None):
        if not isinstance(when, (int, float)):
            return super().call_at(when, callback, *arguments, context=context)  # raises what CPython raises
        return self._call_at_ns(round(when * SECOND_NS), callback, arguments, context)

    def call_later(self, delay, callback, *arguments, context=None):
        if not isinstance(delay, (int, float)):
            return super().call_later(delay, callback, *arguments, context=context)  # raises what CPython raises
        return self._call_at_ns(self.clock.now_ns + round(delay * SECOND_NS), callback, arguments, context)

    def _call_at_ns(self, deadline_ns, callback, arguments, context):
        # A deadline is a whole nanosecond, so that 0.1 + 0.2 and 0.3 are one instant.
        handle = super().call_at(deadline_ns / SECOND_NS, callback, *arguments, context=context)
        handle.deadline_ns = deadline_ns
        return handle

    tasks_made = 0  # in all loops: whether the program has run one

    def create_task(self, *arguments, **named):
        task = super().create_task(*arguments, **named)
        self._tasks_made += 1
        VirtualLoop.tasks_made += 1
        self.task_numbers[task] = self._tasks_made
        return task

    def _process_events(self, events):
        for action in filter(callable, events):  # of the simulated network
            self._ready.append(asyncio.Handle(action, (), self))
        super()._process_events([event for event in events if not callable(event)])

    def _write_to_self(self):
        self._selector.is_called = True
        if self._selector.stack is not None:
            self.threads.wake(self._selector.stack)


for method in (VirtualLoop.call_at, VirtualLoop.call_later, VirtualLoop.create_task):
    method.__qualname__ = f"BaseEventLoop.{method.__name__}"
VirtualLoop.__name__ = VirtualLoop.__qualname__ = "_UnixSelectorEventLoop"  # as a program that prints its loop sees it


def install(clock, on_deadlock, keep_own_frames):
    """Puts the whole process on `clock`; gives the threads. `on_deadlock` is called when all would wait for ever; it must not return."""
    threads = virtual_threads.install(clock, on_deadlock, keep_own_frames)
    virtual_processes.install(clock)
    asyncio.events.TimerHandle = TimerHandle
    asyncio.taskgroups.set = asyncio.tasks.set = SetInOrder
    all_tasks = asyncio.all_tasks

    def all_tasks_in_order(loop=None):
        return TasksInOrder(all_tasks(loop))

    all_tasks_in_order.__name__ = all_tasks_in_order.__qualname__ = "all_tasks"
    asyncio.all_tasks = asyncio.tasks.all_tasks = all_tasks_in_order

    class Policy(asyncio.DefaultEventLoopPolicy):
        def new_event_loop(self):
            return VirtualLoop(clock, threads)

    asyncio.set_event_loop_policy(Policy())
    _install_time(clock)
    return threads


def _install_time(clock):
    os.environ["TZ"] = "UTC"
    time.tzset()
    _install_datetime(clock)

    def of_now(function):
        return lambda seconds=None: function(clock.unix_seconds() if seconds is None else seconds)

    real_strftime, real_asctime, gmtime = time.strftime, time.asctime, of_now(time.gmtime)
    time.time = clock.unix_seconds
    time.time_ns = clock.unix_ns
    time.monotonic = time.perf_counter = clock.seconds
    time.monotonic_ns = time.perf_counter_ns = lambda: clock.now_ns
    time.gmtime, time.localtime, time.ctime = gmtime, of_now(time.localtime), of_now(time.ctime)
    time.strftime = lambda form, moment=None: real_strftime(form, gmtime() if moment is None else moment)
    time.asctime = lambda moment=None: real_asctime(gmtime() if moment is None else moment)


def _install_datetime(clock):
    """datetime's own clock. Its types are C's and closed: their dicts are reached through what they refer to."""

    def moment(cls, zone=None):
        made = cls.fromtimestamp(EPOCH_S, zone)
        return made + datetime.timedelta(microseconds=clock.now_ns // 1000)

    moments = {
        "now": lambda cls, tz=None: moment(cls, tz),
        "utcnow": lambda cls: moment(cls),
        "today": lambda cls: moment(cls),
    }
    for kind, functions in ((datetime.datetime, moments), (datetime.date, {"today": lambda cls: cls.fromtimestamp(clock.unix_seconds())})):
        names = gc.get_referents(kind.__dict__)[0]
        for name, function in functions.items():
            names[name] = classmethod(function)
        ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))
