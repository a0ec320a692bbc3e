"""threading: threads and what they wait on, over the stacks and the lock of _thread. Waiting and waking go through plain locks as in
CPython, so that who goes on next is the same."""

import sys as _sys
import time as _time
from collections import deque as _deque

import _thread

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event", "Lock", "RLock",
           "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "setprofile", "settrace", "local",
           "stack_size", "excepthook", "ExceptHookArgs", "getprofile", "gettrace", "get_native_id"]

Lock = _thread.allocate_lock
get_ident = get_native_id = _thread.get_ident
ThreadError = RuntimeError
TIMEOUT_MAX = 9223372036.0


def _end_of(timeout):
    """The instant, in whole nanoseconds: differences of seconds would leave a rest that is no time at all and yet more than none."""
    return _time.monotonic_ns() + round(timeout * 1000000000)


def _left_until(end):
    return (end - _time.monotonic_ns()) / 1000000000


class _RLock:
    def __reduce__(self):
        raise TypeError("cannot pickle '_thread.RLock' object")

    def __init__(self):
        self._block = Lock()
        self._owner = None
        self._count = 0

    def __repr__(self):
        state = "locked" if self._block.locked() else "unlocked"
        return f"<{state} _thread.RLock object owner={self._owner or 0} count={self._count} at {hex(id(self))}>"

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner == me:
            self._count += 1
            return True
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner = me
            self._count = 1
        return taken

    def __enter__(self):
        return self.acquire()

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, *exc_info):
        self.release()

    def _release_save(self):
        if self._count == 0:
            raise RuntimeError("cannot release un-acquired lock")
        state = self._count, self._owner
        self._count, self._owner = 0, None
        self._block.release()
        return state

    def _acquire_restore(self, state):
        self._block.acquire()
        self._count, self._owner = state

    def _is_owned(self):
        return self._owner == get_ident()


def RLock(*args, **kwargs):
    return _RLock(*args, **kwargs)


class Condition:
    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = _deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc_info):
        return self._lock.__exit__(*exc_info)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _release_save(self):
        if hasattr(self._lock, "_release_save"):
            return self._lock._release_save()
        self._lock.release()

    def _acquire_restore(self, state):
        if hasattr(self._lock, "_acquire_restore"):
            self._lock._acquire_restore(state)
        else:
            self._lock.acquire()

    def _is_owned(self):
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        state = self._release_save()
        woken = False
        try:
            if timeout is None:
                woken = waiter.acquire()
            elif timeout > 0:
                woken = waiter.acquire(True, timeout)
            else:
                woken = waiter.acquire(False)
            return woken
        finally:
            self._acquire_restore(state)
            if not woken:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        end, left = None, timeout
        result = predicate()
        while not result:
            if left is not None:
                if end is None:
                    end = _end_of(left)
                else:
                    left = _left_until(end)
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while self._waiters and n > 0:
            waiter = self._waiters.popleft()
            n -= 1
            waiter.release()

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end, taken = None, False
        with self._cond:
            while self._value == 0:
                if not blocking:
                    break
                if timeout is not None:
                    if end is None:
                        end = _end_of(timeout)
                    else:
                        timeout = _left_until(end)
                        if timeout <= 0:
                            break
                self._cond.wait(timeout)
            else:
                self._value -= 1
                taken = True
        return taken

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, *exc_info):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            signaled = self._flag
            if not signaled:
                signaled = self._cond.wait(timeout)
            return signaled


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0  # 0 filling, 1 draining, -1 resetting, -2 broken
        self._count = 0

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        if self.broken:
            return f"<{name} at {id(self):#x}: broken>"
        return f"<{name} at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (-1, 1):
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    try:
                        if self._action:
                            self._action()
                        self._state = 1
                        self._cond.notify_all()
                    except:
                        self._break()
                        raise
                else:
                    if not self._cond.wait_for(lambda: self._state != 0, timeout):
                        self._break()
                        raise BrokenBarrierError
                    if self._state < 0:
                        raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in (0, -2):
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


# --- threads ---

_active = {}
_counter = 0


def _newname(template="Thread-%d"):
    global _counter
    _counter += 1
    return template % _counter


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name:
            name = str(name)
        else:
            name = _newname()
            if target is not None:
                try:
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = daemon if daemon is not None else current_thread().daemon
        self._ident = None
        self._started = Event()
        self._is_stopped = False
        self._ended = None  # locked while the thread runs
        self._initialized = True

    def __repr__(self):
        status = "initial"
        if self._started.is_set():
            status = "stopped" if self._is_stopped else "started"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def start(self):
        if not getattr(self, "_initialized", False):
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        self._ended = Lock()
        self._ended.acquire()
        _thread.start_new_thread(self._bootstrap, (), self)
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        _active[self._ident] = self
        self._ended._held_here()
        self._started.set()
        try:
            self.run()
        except SystemExit:
            pass
        except:
            _report(self)
        finally:
            _active.pop(self._ident, None)
            self._is_stopped = True
            self._ended.release()

    def join(self, timeout=None):
        if not getattr(self, "_initialized", False):
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self._is_stopped:
            return
        if timeout is None:
            taken = self._ended.acquire()
        else:
            taken = self._ended.acquire(True, max(timeout, 0))
        if taken:
            self._ended.release()

    def is_alive(self):
        return self._started.is_set() and not self._is_stopped

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._started.set()
        self._ident = get_ident()
        _active[self._ident] = self


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


def current_thread():
    return _thread.present_owner()


currentThread = current_thread


def main_thread():
    return _main_thread


def enumerate():
    return list(_active.values())


def active_count():
    return len(_active)


activeCount = active_count


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    from _prelude import exception_text

    if args[0] is SystemExit:
        return
    name = args[3].name if args[3] is not None else get_ident()
    print(f"Exception in thread {name}:\n{exception_text(args[1])}", file=_sys.stderr, end="")


__excepthook__ = excepthook


def _report(thread):
    error = _sys.exc_info()[1]
    excepthook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))


def settrace(function):
    raise NotImplementedError("One Waiter does not run threading.settrace() yet: the timeline shows what every thread does")


setprofile = settrace


def gettrace():
    return None


getprofile = gettrace


def stack_size(size=0):
    return 0


class local:
    """Attributes that each thread has for itself."""

    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        made = object.__new__(cls)
        object.__setattr__(made, "_local_names", {})
        object.__setattr__(made, "_local_args", (args, kwargs))
        made._local_names[get_ident()] = {}
        return made

    def _local_own(self):
        names = object.__getattribute__(self, "_local_names")
        me = get_ident()
        if me not in names:
            names[me] = {}
            if type(self).__init__ is not object.__init__:
                args, kwargs = object.__getattribute__(self, "_local_args")
                self.__init__(*args, **kwargs)
        return names[me]

    def __getattribute__(self, name):
        if name == "_local_names" or name == "_local_own" or name == "_local_args":
            return object.__getattribute__(self, name)
        own = local._local_own(self)
        if name == "__dict__":
            return own
        if name in own:
            return own[name]
        try:
            return object.__getattribute__(self, name)
        except AttributeError as error:
            if type(self) is local:
                error.args = (f"'_thread._local' object has no attribute '{name}'",)
            raise

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        local._local_own(self)[name] = value

    def __delattr__(self, name):
        own = local._local_own(self)
        if name not in own:
            raise AttributeError(name)
        del own[name]


_at_exit = []


def _register_atexit(function, *args, **kwargs):
    _at_exit.append(lambda: function(*args, **kwargs))


def _shutdown():
    """The main thread has ended: the others are waited for, but for the daemons."""
    for function in reversed(_at_exit):
        function()
    while True:
        left = [thread for thread in _active.values() if thread is not _main_thread and not thread._daemonic]
        if not left:
            return
        for thread in left:
            thread.join()


class _Nobody:
    daemon = False


_thread.set_owner(_Nobody)
_main_thread = _MainThread()
_thread.set_owner(_main_thread)
