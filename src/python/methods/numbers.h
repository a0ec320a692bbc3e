#pragma once
// What builtins and the methods of numbers share.

#include "python/operations.h"

namespace waiter::python {

/// abs() and round() of a C++ number; empty without an exception if it is none.
Ref absolute_number(Vm& vm, Value value);
/// `digits` may be empty or None.
Ref round_number(Vm& vm, Value value, Value digits);
/// divmod() of two C++ numbers.
Ref divide_with_rest(Vm& vm, Value left, Value right);
/// int(value) for a float: "cannot convert float NaN to integer".
Ref int_from_double(Vm& vm, double value);
/// int(value) of anything, without a base.
Ref int_from(Vm& vm, Value value);
/// An attribute computed from the object, as (5).real.
void install_getter(Vm& vm, Type* type, const NativeDef& def);

}  // namespace waiter::python
