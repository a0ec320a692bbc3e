#pragma once
// Sets changed in place, beyond what operations.h says.

#include "python/operations.h"

namespace waiter::python {

/// Whether it is the keys() or items() of a dict, which act as sets; values() do not.
[[nodiscard]] inline bool is_set_view(Value value) {
  return value.is_kind(Kind::View) && value.object()->extra != static_cast<std::uint16_t>(IteratorKind::DictValues);
}
/// |=, &=, -=, ^= and the _update methods: the table stays where CPython's stays. False: exception.
bool set_operation_in_place(Vm& vm, SetOperation operation, Set* set, Value right_iterable);
/// Exchanges the contents.
void set_swap(Set* a, Set* b);

}  // namespace waiter::python
