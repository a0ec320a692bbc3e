#pragma once
// What destroy() and the cycle collector share.

#include "python/vm.h"

namespace waiter::python {

/// Runs the object's __del__, closes the generator, ...: once in its life. False: there was nothing to run. It must be held.
bool run_finaliser(Vm& vm, Object* object);
/// Drops what the prefix of an object (kHasPrefix) holds.
void release_prefix(Vm& vm, Object* object);

}  // namespace waiter::python
