#pragma once
// Attributes whose reading and writing is C++'s business: CPython's getset_descriptor and member_descriptor. A class's
// __slots__ are such, too, and so are __dict__ and __weakref__ in the dict of a class. They are data descriptors: they come
// before what an instance has of its own.

#include <span>

#include "python/operations.h"

namespace waiter::python {

struct AccessorDef {
  const char* name;
  NativeFunction get;
  bool (*set)(Vm& vm, Value object, Value value) = nullptr;  ///< an empty value deletes; null: it cannot be written
  AccessorKind what = AccessorKind::Computed;
};

void install_accessors(Vm& vm, Type* type, std::span<const AccessorDef> accessors);
/// The methods of the descriptors themselves.
void install_accessor_methods(Vm& vm);

/// What reading it from `object` gives; empty without an exception: a slot that nothing was put into.
Ref accessor_get(Vm& vm, const Accessor* accessor, Value object);
/// False: exception set. An empty value deletes.
bool accessor_set(Vm& vm, const Accessor* accessor, Value object, Value value);

/// What a class statement makes of __slots__, and the __dict__ and __weakref__ that it adds. REQUIRES: bases, mro and `base` are set.
/// False: exception set.
bool make_slots(Vm& vm, Type* type);

}  // namespace waiter::python
