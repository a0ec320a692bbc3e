#pragma once
// Where objects meet the text algorithms: '%' formatting.

#include "python/operations.h"

namespace waiter::python {

/// text % arguments; also for bytes.
Ref percent_format(Vm& vm, Value text, Value arguments);

}  // namespace waiter::python
