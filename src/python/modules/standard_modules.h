#pragma once
// The makers of the C++ modules, for register_standard_modules.

#include "python/operations.h"

namespace waiter::python {

Ref make_builtins_module(Vm& vm);
Ref make_sys_module(Vm& vm);
Ref make_time_module(Vm& vm);
Ref make_importlib_module(Vm& vm);
Ref make_math_module(Vm& vm);
Ref make_random_module(Vm& vm);
Ref make_contextvars_module(Vm& vm);
Ref make_abc_module(Vm& vm);
Ref make_collections_module(Vm& vm);
Ref make_bisect_module(Vm& vm);
Ref make_functools_module(Vm& vm);
Ref make_heapq_module(Vm& vm);
Ref make_itertools_module(Vm& vm);
Ref make_operator_module(Vm& vm);
Ref make_weakref_module(Vm& vm);
Ref make_sre_module(Vm& vm);
Ref make_binascii_module(Vm& vm);
Ref make_thread_module(Vm& vm);
Ref make_hashlib_module(Vm& vm);

void install_math_integers(Vm& vm, Module* module);  ///< factorial, gcd, comb, ...

}  // namespace waiter::python
