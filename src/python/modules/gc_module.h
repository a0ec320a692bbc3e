#pragma once
// The module gc, over collector.h.

#include "python/operations.h"

namespace waiter::python {

Ref make_gc_module(Vm& vm);

}  // namespace waiter::python
