#pragma once
// asyncio.Lock, Event, Semaphore and BoundedSemaphore (CPython 3.11, Lib/asyncio/locks.py): who waits is woken first come,
// first served. Condition and Barrier are written in Python, over these.

#include "asyncio/runtime.h"

namespace waiter::asyncio {

struct Future;

void make_lock_types(Runtime& runtime);
/// The number of the task that holds the lock that this future waits for; 0: none.
[[nodiscard]] std::uint64_t holder_of(Runtime& runtime, const Future* future);

}  // namespace waiter::asyncio
