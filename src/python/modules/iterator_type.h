#pragma once
// Iterators whose objects are Extensions: the traits' `next` is their step (object.h), and these are the methods with which
// programs see it.

#include "python/methods/helpers.h"

namespace waiter::python {

/// __iter__ and __next__ by the traits' `next`.
void install_iterator_protocol(Vm& vm, Type* type);

}  // namespace waiter::python
