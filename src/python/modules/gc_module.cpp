#include "python/modules/gc_module.h"

#include "python/collector.h"

namespace waiter::python {
namespace {

Ref gc_collect(Arguments& args) {
  Vm& vm = args.vm;
  Value generation;
  if (!bind_arguments(args, "collect", {"generation"}, 0, &generation)) return {};
  if (!generation.is_empty()) {
    const auto number = to_int64(vm, generation);
    if (!number) return {};
    if (*number < 0 || *number > 2) return vm.raise(vm.types.ValueError, "invalid generation");
  }
  return make_int(vm, collect_garbage(vm));
}

Ref gc_enable(Arguments& args) {
  args.vm.automatic_collection = true;
  return kNone;
}
Ref gc_disable(Arguments& args) {
  args.vm.automatic_collection = false;
  return kNone;
}
Ref gc_isenabled(Arguments& args) { return Value::from_bool(args.vm.automatic_collection); }

constexpr NativeDef kFunctions[] = {
    {"collect", gc_collect, 0, 1, Takes::Keywords},
    {"enable", gc_enable},
    {"disable", gc_disable},
    {"isenabled", gc_isenabled},
};

}  // namespace

Ref make_gc_module(Vm& vm) {
  Ref module = make_module(vm, "gc");
  install(vm, cast<Module>(module), kFunctions);
  const Ref garbage = make_list(vm);  // what cannot be freed: nothing, since PEP 442
  module_set(vm, cast<Module>(module), "garbage", garbage);
  return module;
}

}  // namespace waiter::python
