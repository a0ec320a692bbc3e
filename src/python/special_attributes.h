#pragma once
// The attributes that builtin objects have without anybody having set them: __class__, __dict__, f.__name__, e.args, ...

#include "python/operations.h"

namespace waiter::python {

/// Of any object. An empty Ref without an exception: there is none.
Ref special_attribute(Vm& vm, Value object, Str* name);
/// Of a type: __name__, __mro__, ...
Ref special_type_attribute(Vm& vm, Type* type, Str* name);
/// 1 set, -1 exception, 0: not one of these.
int special_set_attribute(Vm& vm, Value object, Str* name, Value value);
/// AttributeError "'Robot' object has no attribute 'x'"; when reading, with its name and obj.
Ref raise_no_attribute(Vm& vm, Value object, Str* name, bool reading = true);
bool generic_delete_attribute(Vm& vm, Value object, Str* name);

}  // namespace waiter::python
