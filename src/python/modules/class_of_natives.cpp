#include "python/modules/class_of_natives.h"

namespace waiter::python {

Type* make_class_of_natives(Vm& vm, std::string_view name, std::string_view module, Type* base, bool open, std::span<const NativeDef> methods) {
  Dict* names = make_dict(vm);
  const Ref owner = Ref::steal(Value(names));
  dict_set_name(vm, names, vm.names.dunder_module, Value(intern(vm, module)));
  const Value bases[] = {Value(base)};
  const bool final = std::exchange(base->is_final, false);  // a program may not derive from dict_keys; we may
  Ref made = make_class(vm, vm.types.type, intern(vm, name), bases, names);
  base->is_final = final;
  WAITER_ASSERT(made, "a builtin type can be derived from");
  Type* type = cast<Type>(made.release());
  type->is_final = final;
  type->no_instance_dict = !open;
  if (module != "builtins") set_dotted_name(vm, type);
  install(vm, type, methods);
  return type;
}

void install_attribute(Vm& vm, Type* type, const NativeDef& getter, const NativeDef& setter) {
  auto* property = vm.heap.make<Property>(Kind::Property, vm.types.property);
  const Ref owner = Ref::steal(Value(property));
  property->deleter = property->doc = kNone;
  for (const auto& [def, place] : {std::pair(&getter, &property->getter), std::pair(&setter, &property->setter)}) {
    auto* native = vm.heap.make<Native>(Kind::Native, vm.types.native);
    native->def = def;
    native->self = kUnbound;
    native->owner = type;
    *place = Value(native);
  }
  dict_set_name(vm, type->dict, intern(vm, getter.name), owner);
  type_modified(vm, type);
}

}  // namespace waiter::python
