// Modules as objects: making them, setting names in them, running code in them. import.cpp finds them.

#include "python/operations.h"

namespace waiter::python {

Ref make_module(Vm& vm, std::string_view name) {
  auto* module = vm.heap.make<Module>(Kind::Module, vm.types.module);
  module->name = intern(vm, name);
  incref(Value(module->name));
  module->dict = make_dict(vm);
  const Ref owner = Ref::steal(Value(module));
  dict_set_name(vm, module->dict, vm.names.dunder_name, Value(module->name));
  dict_set_name(vm, module->dict, vm.names.dunder_doc, kNone);
  const std::size_t dot = name.rfind('.');
  dict_set_name(vm, module->dict, vm.names.dunder_package, Value(intern(vm, dot == std::string_view::npos ? "" : name.substr(0, dot))));
  return owner;
}

void module_set(Vm& vm, Module* module, std::string_view name, Value value) {
  dict_set_name(vm, module->dict, intern(vm, name), value);
}

Ref Vm::run_module(const Code* code, Module* module) {
  Frame* entered = make_frame(*this, code, nullptr, module->dict);
  if (!enter_frame(*this, entered, ReturnTo::Entry)) return {};
  ++native_depth;
  Ref result;
  const Outcome outcome = run(result);
  --native_depth;
  return outcome == Outcome::Returned ? result : Ref();
}

}  // namespace waiter::python
