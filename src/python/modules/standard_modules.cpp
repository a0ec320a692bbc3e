#include "python/modules/standard_modules.h"

#include "python/builtins.h"
#include "python/modules/gc_module.h"
#include "python/modules/json_module.h"
#include "python/modules/prelude_module.h"

namespace waiter::python {

Ref make_builtins_module(Vm& vm) {
  Ref module = make_module(vm, "builtins");
  Module* made = cast<Module>(module);
  // The same dict that names are looked up in: what is set in one shows in the other.
  decref(Value(made->dict));
  ++vm.builtins->refs;
  made->dict = vm.builtins;
  return module;
}

void register_standard_modules(Vm& vm) {
  vm.register_module("_abc", make_abc_module);
  vm.register_module("_bisect", make_bisect_module);
  vm.register_module("_collections", make_collections_module);
  vm.register_module("_functools", make_functools_module);
  vm.register_module("_heapq", make_heapq_module);
  vm.register_module("_prelude", make_prelude_module);
  vm.register_module("_weakref", make_weakref_module);
  vm.register_module("builtins", make_builtins_module);
  vm.register_module("contextvars", make_contextvars_module);
  vm.register_module("gc", make_gc_module);
  vm.register_module("_hashlib", make_hashlib_module);
  vm.register_module("_json", make_json_module);
  vm.register_module("binascii", make_binascii_module);
  vm.register_module("importlib", make_importlib_module);
  vm.register_module("itertools", make_itertools_module);
  vm.register_module("math", make_math_module);
  vm.register_module("operator", make_operator_module);
  vm.register_module("_random", make_random_module);
  vm.register_module("_sre", make_sre_module);
  vm.register_module("_thread", make_thread_module);
  vm.register_module("sys", make_sys_module);
  vm.register_module("time", make_time_module);
}

}  // namespace waiter::python
