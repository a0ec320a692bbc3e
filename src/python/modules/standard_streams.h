#pragma once
// sys.stdout and sys.stderr.

#include "python/operations.h"

namespace waiter::python {

/// Is this one of ours? Then `stream` says which.
bool is_standard_stream(Vm& vm, Value file, Stream& stream);

}  // namespace waiter::python
