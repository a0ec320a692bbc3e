#pragma once
// Contexts (PEP 567): which values context variables have, for whoever runs now. What enters a context on its own (an event
// loop's task step, a thread) swaps `vm.context` and keeps a reference meanwhile; programs use the module contextvars.
//
// Invariants
// 1. `vm.context` is borrowed: who entered it holds it. Null: the program's own, not made yet.
// 2. A context's items are a tuple (variable, value, variable, value, ...) that is never changed but replaced, so that a copy
//    costs nothing.

#include "python/operations.h"

namespace waiter::python {

struct Context : Extension {
  Tuple* items;       ///< owned
  Context* previous;  ///< owned while `entered`: to be gone back to; may be null
  bool entered;
};

/// The context of whoever runs; borrowed.
[[nodiscard]] Context* present_context(Vm& vm);
[[nodiscard]] Ref copy_context(Vm& vm);
[[nodiscard]] bool is_context(Vm& vm, Value value);
/// Context.run() for callers in C++ that hold it: false: RuntimeError set, it is entered already.
[[nodiscard]] bool enter_context(Vm& vm, Context* context);
void leave_context(Vm& vm, Context* context);

/// Types::context and its kin, once.
void make_context_types(Vm& vm);

}  // namespace waiter::python
