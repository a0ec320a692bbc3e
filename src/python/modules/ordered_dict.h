#pragma once
// collections.OrderedDict: a dict (which keeps its order anyway) with an order that can be changed, that counts when two are
// compared, and whose iterators notice every change.

#include "python/operations.h"

namespace waiter::python {

[[nodiscard]] Type* make_ordered_dict_type(Vm& vm);

}  // namespace waiter::python
