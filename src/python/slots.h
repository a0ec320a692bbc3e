// __slots__: which attributes the instances of a class may have.
//
// Instances keep their attributes in the same way with and without slots; a class with __slots__, all of whose bases have
// them too, merely takes no other names, and its instances show no __dict__ (Type::no_instance_dict of a user's class).
#pragma once

#include <span>

#include "python/object.h"

namespace waiter::python {

class Vm;

/// Reads the __slots__ of a class just made. False: exception.
[[nodiscard]] bool apply_slots(Vm& vm, Type* type, std::span<const Value> bases);

/// Whether instances of `type` may have an attribute of that name.
[[nodiscard]] bool may_hold(Vm& vm, const Type* type, Str* name);

}  // namespace waiter::python
