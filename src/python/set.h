#pragma once
// Sets changed in place, beyond what operations.h says.

#include "python/operations.h"

namespace waiter::python {

/// |=, &=, -=, ^= and the _update methods: the table stays where CPython's stays. False: exception.
bool set_operation_in_place(Vm& vm, SetOperation operation, Set* set, Value right_iterable);
/// Exchanges the contents.
void set_swap(Set* a, Set* b);

}  // namespace waiter::python
