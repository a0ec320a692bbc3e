#pragma once
// The module _prelude: what the standard modules written in Python (src/python/prelude) need of the machine and programs
// cannot have otherwise: functions made of text (dataclasses, namedtuple), the printed form of an exception, frames.
// It knows no module that uses it.

#include "python/operations.h"

namespace waiter::python {

Ref make_prelude_module(Vm& vm);

}  // namespace waiter::python
