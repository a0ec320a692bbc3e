#pragma once
// What a program sees of a function's code: f.__code__ with its names and numbers. It shows none of our instructions, which are
// not CPython's.

#include "python/operations.h"

namespace waiter::python {

/// The object for this code; one and the same as long as anybody holds it or the code lives.
Ref code_object(Vm& vm, const Code* code);
/// Null if the value is no code object.
[[nodiscard]] const Code* code_of(Vm& vm, Value value);
/// co_varnames: parameters, then locals, but of those only what no inner function shares.
[[nodiscard]] std::vector<Str*> own_variables(const Code& code);
void install_code_object(Vm& vm);

}  // namespace waiter::python
