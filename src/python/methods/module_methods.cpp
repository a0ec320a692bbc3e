// types.ModuleType: modules that a program makes by itself.

#include "python/methods/helpers.h"
#include "python/methods/install.h"

namespace waiter::python {
namespace {

Ref module_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.module);
  if (type == nullptr) return {};
  if (type == vm.types.module) return make_module(vm, "");
  auto* module = static_cast<Module*>(allocate_instance(vm, type));
  module->name = intern(vm, "");
  incref(Value(module->name));
  module->dict = make_dict(vm);
  return Ref::steal(Value(module));
}

Ref module_init(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "module", {"name", "doc"}, 1, out)) return {};
  if (!is_str(out[0])) return vm.raise(vm.types.TypeError, "module() argument 'name' must be str, not {}", type_name(vm, out[0]));
  auto* module = cast<Module>(args[0]);
  Str* name = name_of(vm, out[0]);
  incref(Value(name));
  decref(Value(std::exchange(module->name, name)));
  dict_set_name(vm, module->dict, vm.names.dunder_name, Value(name));
  dict_set_name(vm, module->dict, vm.names.dunder_doc, out[1].is_empty() ? kNone : out[1]);
  for (const char* other : {"__package__", "__loader__", "__spec__"}) dict_set_name(vm, module->dict, intern(vm, other), kNone);
  return none();
}

constexpr NativeDef kMethods[] = {{"__init__", module_init, 0, -1, Takes::Keywords}};
constexpr NativeDef kNew[] = {{"__new__", module_new, 0, -1, Takes::Keywords}};

}  // namespace

void install_module_methods(Vm& vm) {
  install(vm, vm.types.module, kMethods);
  install_static(vm, vm.types.module, kNew);
}

}  // namespace waiter::python
