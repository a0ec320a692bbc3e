#pragma once
// asyncio.Queue, PriorityQueue, LifoQueue: the types.

#include "asyncio/runtime.h"

namespace waiter::asyncio {

void make_queue_types(Runtime& runtime);

}  // namespace waiter::asyncio
