#pragma once
// operator.itemgetter, attrgetter and methodcaller.

#include "python/operations.h"

namespace waiter::python {

void add_operator_getters(Vm& vm, Module* module);

}  // namespace waiter::python
