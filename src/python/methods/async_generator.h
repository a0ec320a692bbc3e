#pragma once
// What asend(), athrow(), aclose() and anext() give: iterators (IteratorKind AsyncSend, AsyncThrow, AsyncNext) that run an
// async generator until its next yield. The generator's own yields are wrapped (wrap_async_yield), so that they differ from
// what passes through from a future that it awaits.
//
// In the Iterator: source is the generator; other the value to send, the exception to throw, or kUnbound for aclose();
// index a State.

#include "python/operations.h"

namespace waiter::python {

/// What an event loop wants to know of async generators.
struct AsyncGeneratorHooks {
  void (*first_iteration)(Vm& vm, Generator* generator);
  /// The last reference to one goes that was begun; it may be held again by what this does. False: no loop sees to it.
  bool (*last_reference)(Vm& vm, Generator* generator);
};
/// `hooks` must outlive the VM, or be taken back with null.
void set_async_generator_hooks(Vm& vm, const AsyncGeneratorHooks* hooks);

/// aclose() was begun, or it came to its end (ag_closed).
[[nodiscard]] bool async_generator_closed(const Generator* generator);
/// What a generator's finaliser does; as the hook says.
bool tell_last_reference(Vm& vm, Generator* generator);

/// An AsyncSend or AsyncThrow for this generator.
Ref make_async_delegate(Vm& vm, IteratorKind what, Value generator, Value argument);

}  // namespace waiter::python
