#include "python/native.h"

#include "python/operations.h"

namespace waiter::python {
namespace {

Ref make_native(Vm& vm, const NativeDef& def, Type* type, Type* owner) {
  auto* native = vm.heap.make<Native>(Kind::Native, type);
  native->def = &def;
  native->self = kUnbound;
  native->owner = owner;
  return Ref::steal(Value(native));
}

}  // namespace

void install(Vm& vm, Module* module, std::span<const NativeDef> functions) {
  for (const NativeDef& def : functions) {
    const Ref native = make_native(vm, def, vm.types.native, nullptr);
    dict_set_name(vm, module->dict, intern(vm, def.name), native);
  }
}

void install(Vm& vm, Type* type, std::span<const NativeDef> methods) {
  for (const NativeDef& def : methods) {
    const Ref native = make_native(vm, def, vm.types.method_descriptor, type);
    dict_set_name(vm, type->dict, intern(vm, def.name), native);
  }
  type_modified(vm, type);
}

}  // namespace waiter::python
