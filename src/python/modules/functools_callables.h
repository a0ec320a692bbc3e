#pragma once
// functools.partial and the wrapper that lru_cache makes: callables whose call goes on in the function they hold, on no deeper a
// C++ stack than a call of that.

#include "python/operations.h"

namespace waiter::python {

[[nodiscard]] Type* make_partial_type(Vm& vm);
[[nodiscard]] Type* make_lru_cache_type(Vm& vm);

}  // namespace waiter::python
