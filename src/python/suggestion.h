#pragma once
// "Did you mean: 'name'?" for NameError, AttributeError and ImportError, as CPython 3.11 finds it (Python/suggestions.c).

#include <string>

#include "python/vm.h"

namespace waiter::python {

/// Empty if there is nothing to suggest.
[[nodiscard]] std::string suggestion_for(Vm& vm, Value exception);
/// Names that dir(object) would give, unsorted.
void collect_names(Vm& vm, Value object, std::vector<std::string>& names);

}  // namespace waiter::python
