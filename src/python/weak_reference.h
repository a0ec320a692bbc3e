#pragma once
// References that do not keep their object alive: weakref.ref and proxies. An object that has some carries the flag
// kWeaklyReferenced, and `vm.weak_references` leads to the newest of them.
//
// Invariants
// 1. `target` is borrowed; it is null once the object is gone or going (after its __del__, before what it holds is dropped).
// 2. The references of one object are a chain, newest first, which is also the order of their callbacks
//    (PyObject_ClearWeakRefs). One that goes itself leaves the chain.

#include <span>
#include <vector>

#include "python/operations.h"

namespace waiter::python {

struct WeakReference : Extension {
  Object* target;
  Value callback;        ///< owned; kNone if there is none
  WeakReference* next;   ///< borrowed
  std::int64_t hash;     ///< of the object, once somebody asked
  bool hashed;
};

/// The type weakref.ref; made with the first who asks.
[[nodiscard]] Type* weak_reference_type(Vm& vm);
/// May `value` be referred to weakly? False: no exception is set.
[[nodiscard]] bool can_be_weakly_referenced(Vm& vm, Value value);
/// TypeError where that cannot be. Without a callback, of one type, an object has one reference that all share.
[[nodiscard]] Ref make_weak_reference(Vm& vm, Type* type, Value target, Value callback);

/// The object goes: its references are dead from now on, and whoever wants to hear of it does. REQUIRES: it is held.
void clear_weak_references(Vm& vm, Object* object);
/// The same for all of what the collector found, before anything of it is finalised. Callbacks of references that are garbage
/// themselves are not called (gcmodule.c, handle_weakrefs).
void forget_garbage(Vm& vm, const std::vector<Object*>& garbage);

}  // namespace waiter::python
