# What a queue does whose class puts and gets in its own way. Each function stands for the method of its name; C++ calls it when
# it finds that the class has ways of its own (queue.cpp).

from collections import deque
from heapq import heappop, heappush
from asyncio import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull, Event, _label, get_running_loop


def _begin(self, maxsize):
    self._getters = []
    self._putters = []
    self._unfinished_tasks = 0
    self._finished = Event()
    self._finished.set()
    self._init(maxsize)


def _init(self, maxsize):
    self._queue = [] if isinstance(self, (LifoQueue, PriorityQueue)) else deque()


def _get(self):
    if isinstance(self, PriorityQueue):
        return heappop(self._queue)
    return self._queue.pop() if isinstance(self, LifoQueue) else self._queue.popleft()


def _put(self, item):
    if isinstance(self, PriorityQueue):
        heappush(self._queue, item)
    else:
        self._queue.append(item)


def _wakeup_next(waiters):
    while waiters:
        waiter = waiters.pop(0)
        if not waiter.done():
            waiter.set_result(None)
            break


def qsize(self):
    return len(self._queue)


def empty(self):
    return not self._queue


def full(self):
    return self._maxsize > 0 and self.qsize() >= self._maxsize


async def put(self, item):
    while self.full():
        putter = get_running_loop().create_future()
        _label(putter, "queue.put")
        self._putters.append(putter)
        try:
            await putter
        except:
            putter.cancel()
            if putter in self._putters:
                self._putters.remove(putter)
            if not self.full() and not putter.cancelled():
                _wakeup_next(self._putters)
            raise
    return self.put_nowait(item)


def put_nowait(self, item):
    if self.full():
        raise QueueFull
    self._put(item)
    self._unfinished_tasks += 1
    self._finished.clear()
    _wakeup_next(self._getters)


async def get(self):
    while self.empty():
        getter = get_running_loop().create_future()
        _label(getter, "queue.get")
        self._getters.append(getter)
        try:
            await getter
        except:
            getter.cancel()
            if getter in self._getters:
                self._getters.remove(getter)
            if not self.empty() and not getter.cancelled():
                _wakeup_next(self._getters)
            raise
    return self.get_nowait()


def get_nowait(self):
    if self.empty():
        raise QueueEmpty
    item = self._get()
    _wakeup_next(self._putters)
    return item


def task_done(self):
    if self._unfinished_tasks <= 0:
        raise ValueError("task_done() called too many times")
    self._unfinished_tasks -= 1
    if self._unfinished_tasks == 0:
        self._finished.set()


async def join(self):
    if self._unfinished_tasks > 0:
        await self._finished.wait()
