#pragma once
// mappingproxy: a mapping that can be read and not written. A class's __dict__ is one, over the names as they are.

#include "python/operations.h"

namespace waiter::python {

Ref make_mapping_proxy(Vm& vm, Value mapping);
void install_mapping_proxy(Vm& vm);

}  // namespace waiter::python
