// getattr and its sisters, isinstance, callable, dir, vars, globals, locals, __import__.

#include <algorithm>

#include "python/builtins.h"
#include "python/methods/helpers.h"

namespace waiter::python {
namespace {

/// A name for getattr() and the like, interned; null: TypeError set.
Str* attribute_name(Vm& vm, Value name) {
  if (is_str(name)) return name_of(vm, name);
  vm.raise(vm.types.TypeError, "attribute name must be string, not '{}'", type_name(vm, name));
  return nullptr;
}

Ref getattr_function(Arguments& args) {
  Str* name = attribute_name(args.vm, args[1]);
  if (name == nullptr) return {};
  if (args.count == 2) return get_attribute(args.vm, args[0], name);
  Ref found = find_attribute(args.vm, args[0], name);
  return found || args.vm.has_error() ? found : Ref(args[2]);
}

Ref setattr_function(Arguments& args) {
  Str* name = attribute_name(args.vm, args[1]);
  return none_or_error(name != nullptr && set_attribute(args.vm, args[0], name, args[2]));
}

Ref delattr_function(Arguments& args) {
  Str* name = attribute_name(args.vm, args[1]);
  return none_or_error(name != nullptr && delete_attribute(args.vm, args[0], name));
}

Ref hasattr_function(Arguments& args) {
  Str* name = attribute_name(args.vm, args[1]);
  if (name == nullptr) return {};
  const Ref found = find_attribute(args.vm, args[0], name);
  return args.vm.has_error() ? Ref() : boolean(static_cast<bool>(found));
}

Ref isinstance_function(Arguments& args) {
  if (args[1].is_kind(Kind::Type) && type_of(args.vm, args[0]) == cast<Type>(args[1])) return boolean(true);
  return boolean_or_error(is_instance_of(args.vm, args[0], args[1]));
}
Ref issubclass_function(Arguments& args) { return boolean_or_error(is_subclass_of(args.vm, args[0], args[1])); }
Ref callable_function(Arguments& args) { return boolean(is_callable(args.vm, args[0])); }

/// What locals() gives.
Ref names_in_scope(Vm& vm) {
  return vm.frame == nullptr || vm.frame->code == nullptr ? Ref::steal(Value(make_dict(vm))) : names_of_frame(vm, vm.frame);
}

Ref globals_function(Arguments& args) {
  if (args.vm.frame == nullptr || args.vm.frame->globals == nullptr) return Ref::steal(Value(make_dict(args.vm)));
  return Value(args.vm.frame->globals);
}
Ref locals_function(Arguments& args) { return names_in_scope(args.vm); }

Ref vars_function(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count == 0) return names_in_scope(vm);
  Ref found = find_attribute(vm, args[0], vm.names.dunder_dict);
  if (found || vm.has_error()) return found;
  return vm.raise(vm.types.TypeError, "vars() argument must have __dict__ attribute");
}

Ref dir_function(Arguments& args) {
  Vm& vm = args.vm;
  Ref names;
  if (args.count == 0) {
    const Ref scope = names_in_scope(vm);
    names = scope ? list_from(vm, scope) : Ref();
  } else {
    const Value own = args[0].is_kind(Kind::Module) ? dict_get_name(cast<Module>(args[0])->dict, vm.names.dunder_dir) : Value();
    const Value method = type_lookup(vm, type_of(vm, args[0]), vm.names.dunder_dir);
    if (!own.is_empty()) {
      const Ref given = call(vm, Ref(own));
      names = given ? list_from(vm, given) : Ref();
      return names && sort_items(vm, cast<List>(names), Value(), false) ? names : Ref();
    }
    if (!method.is_kind(Kind::Function)) return names_of_object(vm, args[0]);
    const Ref given = call_special(vm, method, args[0]);
    names = given ? list_from(vm, given) : Ref();
  }
  return names && sort_items(vm, cast<List>(names), Value(), false) ? names : Ref();
}

Ref import_function(Arguments& args) {
  Vm& vm = args.vm;
  Value values[5];
  if (!bind_arguments(args, "__import__", {"name", "globals", "locals", "fromlist", "level"}, 1, values)) return {};
  if (!is_str(values[0])) return vm.raise(vm.types.TypeError, "__import__() argument 1 must be str, not {}", type_name(vm, values[0]));
  const std::int64_t level = values[4].is_empty() || !values[4].is_int() ? 0 : values[4].as_int();
  if (level < 0) return vm.raise(vm.types.ValueError, "level must be >= 0");
  if (str_view(values[0]).empty() && level == 0) return vm.raise(vm.types.ValueError, "Empty module name");
  Ref from_list = kNone;
  if (!values[3].is_empty() && truth(vm, values[3]) == 1) from_list = tuple_from(vm, values[3]);
  if (!from_list) return {};
  const Dict* globals = values[1].is_kind(Kind::Dict) ? cast<Dict>(values[1]) : vm.frame->globals;
  return import_name(vm, globals, str_view(values[0]), from_list, level);
}

constexpr NativeDef kFunctions[] = {
    {"getattr", getattr_function, 2, 3},
    {"setattr", setattr_function, 3, 3},
    {"delattr", delattr_function, 2, 2},
    {"hasattr", hasattr_function, 2, 2},
    {"isinstance", isinstance_function, 2, 2},
    {"issubclass", issubclass_function, 2, 2},
    {"callable", callable_function, 1, 1},
    {"globals", globals_function},
    {"locals", locals_function},
    {"vars", vars_function, 0, 1},
    {"dir", dir_function, 0, 1},
    {"__import__", import_function, 0, -1, Takes::Keywords},
};

}  // namespace

Ref names_of_frame(Vm& vm, Frame* frame) {
  if (!frame->names.is_empty()) return frame->names;
  if ((frame->code->flags & kCodeOptimized) == 0) return Value(frame->globals);
  Dict* names = make_dict(vm);
  const Ref owner = Ref::steal(Value(names));
  for (std::uint32_t i = 0; i < frame->code->local_count; ++i) {
    Value value = frame->slots[i];
    if (value.is_kind(Kind::Cell)) value = cast<Cell>(value)->value;
    const std::string_view name = frame->code->local_names[i]->view();
    if (value != kUnbound && (name.empty() || name[0] != '.' || name == ".0")) dict_set_name(vm, names, frame->code->local_names[i], value);
  }
  return owner;
}

void install_builtins_objects(Vm& vm) { install_functions(vm, vm.builtins, kFunctions); }

}  // namespace waiter::python
