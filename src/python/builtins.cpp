#include "python/builtins.h"

#include "python/methods/helpers.h"
#include "python/methods/memory_view.h"
#include "python/not_run.h"

namespace waiter::python {

void install_functions(Vm& vm, Dict* names, std::span<const NativeDef> functions) {
  for (const NativeDef& def : functions) {
    auto* native = vm.heap.make<Native>(Kind::Native, vm.types.native);
    native->def = &def;
    native->self = kUnbound;
    const Ref owner = Ref::steal(Value(native));
    dict_set_name(vm, names, intern(vm, def.name), owner);
  }
}

namespace {

Ref refuse_new(Arguments& args) {
  return args.vm.raise(args.vm.types.NotImplementedError, "{}", refusal_of_builtin(cast<Type>(args[0])->name->view()));
}

constexpr NativeDef kRefusedNew[] = {{"__new__", refuse_new, 1, -1, Takes::Keywords}};

/// A type of which there are no instances: `isinstance(x, complex)` is a question that can be answered.
Ref make_empty_type(Vm& vm, const char* name) {
  Type* type = make_type(vm, name, vm.types.object, Kind::Instance);
  type->is_final = true;
  install_static(vm, type, kRefusedNew);
  return Ref::steal(Value(type));
}

}  // namespace

void install_builtins(Vm& vm) {
  if (vm.builtins == nullptr) vm.builtins = make_dict(vm);
  const auto set = [&](std::string_view name, Value value) { dict_set_name(vm, vm.builtins, intern(vm, name), value); };
  const Types& t = vm.types;
  for (Type* type : {t.object, t.type, t.bool_, t.int_, t.float_, t.str, t.bytes, t.bytearray, t.list, t.tuple, t.dict, t.set, t.frozenset,
                     t.range, t.slice, t.property, t.classmethod, t.staticmethod, t.super, t.reversed, t.enumerate, t.zip, t.map, t.filter,
                     t.BaseException, t.ExceptionGroup})
    set(type->name->view(), Value(type));
#define WAITER_TYPE(name, base) set(#name, Value(t.name));
  WAITER_EXCEPTION_TYPES(WAITER_TYPE)
#undef WAITER_TYPE
  set("EnvironmentError", Value(t.OSError));
  set("IOError", Value(t.OSError));
  set("NotImplemented", kNotImplemented);
  set("Ellipsis", kEllipsis);
  set("None", kNone);
  set("True", kTrue);
  set("False", kFalse);
  set("__debug__", kTrue);
  set("__name__", Value(intern(vm, "builtins")));
  const Ref complex = make_empty_type(vm, "complex");
  set("complex", complex);
  install_memory_view(vm);
  install_builtins_output(vm);
  install_builtins_numbers(vm);
  install_builtins_iteration(vm);
  install_builtins_objects(vm);
  install_builtins_class(vm);
}

}  // namespace waiter::python
