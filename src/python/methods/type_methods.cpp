// type: making classes (what a class statement does behind its body, too) and asking them.

#include <algorithm>

#include "python/methods/helpers.h"
#include "python/methods/install.h"

namespace waiter::python {
namespace {

bool tell_names(Vm& vm, Type* type) {
  // A copy: __set_name__ may set attributes of the class.
  Dict* names = dict_copy(vm, type->dict);
  const Ref owner = Ref::steal(Value(names));
  for (std::uint32_t i = 0; i < names->filled; ++i) {
    const Value value = names->entries[i].value;
    if (names->entries[i].key.is_empty() || !value.is_object()) continue;
    if (value.object()->kind != Kind::Instance && value.object()->kind != Kind::Extension) continue;
    const Value method = type_lookup(vm, value.object()->type, vm.names.dunder_set_name);
    if (method.is_empty()) continue;
    const Value args[] = {Value(type), names->entries[i].key};
    if (call_special(vm, method, value, args)) continue;
    const Ref cause = vm.take_error();
    vm.raise(vm.types.RuntimeError, "Error calling __set_name__ on '{}' instance {} in '{}'", type_name(vm, value),
             *repr_of(vm, names->entries[i].key), type->name->view());
    const Ref error = vm.take_error();
    raise_value(vm, error, cause);
    return false;
  }
  return true;
}

bool init_subclass(Vm& vm, Type* type, const Tuple* keywords, const Value* keyword_values) {
  for (std::uint32_t i = 1; i < type->mro->count; ++i) {
    const Value found = dict_get_name(cast<Type>(type->mro->items[i])->dict, vm.names.dunder_init_subclass);
    if (found.is_empty()) continue;
    std::vector<Value> args;
    if (keywords != nullptr) args.assign(keyword_values, keyword_values + keywords->count);
    const Ref method = bind_descriptor(vm, found, Value(type), type);
    return method && call(vm, method, args, keywords);
  }
  return true;
}

/// type(name, bases, namespace, **keywords), and type(object).
Ref type_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* meta = class_to_make(args, vm.types.type);
  if (meta == nullptr) return {};
  if (args.count == 2 && args.keyword_count() == 0 && meta == vm.types.type) return Ref(Value(type_shown(vm, args[1])));
  if (args.count != 4) {
    if (meta == vm.types.type && args.count == 2) return vm.raise(vm.types.TypeError, "type() takes no keyword arguments");
    if (meta == vm.types.type) return vm.raise(vm.types.TypeError, "type() takes 1 or 3 arguments");
    return vm.raise(vm.types.TypeError, "type.__new__() takes exactly 3 arguments ({} given)", args.count - 1);
  }
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "type.__new__() argument 1 must be str, not {}", type_name(vm, args[1]));
  if (!args[2].is_kind(Kind::Tuple)) return vm.raise(vm.types.TypeError, "type.__new__() argument 2 must be tuple, not {}", type_name(vm, args[2]));
  if (!args[3].is_kind(Kind::Dict)) return vm.raise(vm.types.TypeError, "type.__new__() argument 3 must be dict, not {}", type_name(vm, args[3]));
  const Tuple* bases = cast<Tuple>(args[2]);
  for (std::uint32_t i = 0; i < bases->count; ++i) {
    if (bases->items[i].is_kind(Kind::Type)) continue;
    const Ref entries = find_attribute(vm, bases->items[i], intern(vm, "__mro_entries__"));
    if (vm.has_error()) return {};
    if (entries) return vm.raise(vm.types.TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
    if (common_metaclass(vm, meta, {bases->items, bases->count}) == nullptr) return {};
    return vm.raise(vm.types.TypeError, "bases must be types");
  }
  if (str_view(args[1]).find('\0') != std::string_view::npos)
    return vm.raise(vm.types.ValueError, "type name must not contain null characters");
  Type* winner = common_metaclass(vm, meta, {bases->items, bases->count});
  if (winner == nullptr) return {};
  if (winner != meta) {
    // A base's metaclass makes its classes in its own way.
    const Value maker = type_lookup(vm, winner, vm.names.dunder_new);
    const Value function = maker.is_kind(Kind::StaticMethod) ? cast<MethodWrapper>(maker)->function : maker;
    if (!function.is_kind(Kind::Native) || cast<Native>(function)->def->function != type_new) {
      std::vector<Value> all(args.values, args.values + args.count + args.keyword_count());
      all[0] = Value(winner);
      return call(vm, Ref(function), all, args.names);
    }
  }
  Dict* names = dict_copy(vm, cast<Dict>(args[3]));
  const Ref owner = Ref::steal(Value(names));
  if (dict_get_name(names, vm.names.dunder_module).is_empty() && vm.frame != nullptr && vm.frame->globals != nullptr) {
    const Value module = dict_get_name(vm.frame->globals, vm.names.dunder_name);
    if (!module.is_empty()) dict_set_name(vm, names, vm.names.dunder_module, module);
  }
  return finish_class(vm, winner, name_of(vm, args[1]), {bases->items, bases->count}, names, args.names, args.values + args.count);
}

Ref type_init(Arguments& args) {
  if (args.count != 2 && args.count != 4) return args.vm.raise(args.vm.types.TypeError, "type.__init__() takes 1 or 3 arguments");
  return none();
}

Ref type_call(Arguments& args) {
  std::vector<Value> rest(args.values + 1, args.values + args.count + args.keyword_count());
  return instantiate(args.vm, cast<Type>(args[0]), rest, args.names);
}

Ref type_mro(Arguments& args) {
  const Tuple* mro = cast<Type>(args[0])->mro;
  return make_list(args.vm, {mro->items, mro->count});
}

Ref type_subclasses(Arguments& args) {
  const Type* type = cast<Type>(args[0]);
  Ref list = make_list(args.vm);
  for (std::uint32_t i = 0; i < type->subclass_count; ++i) list_append(args.vm, cast<List>(list), Value(type->subclasses[i]));
  return list;
}

Ref type_instance_check(Arguments& args) {
  return boolean(is_instance(args.vm, args[1], cast<Type>(args[0])));
}

Ref type_subclass_check(Arguments& args) {
  if (!args[1].is_kind(Kind::Type)) return args.vm.raise(args.vm.types.TypeError, "issubclass() arg 1 must be a class");
  return boolean(is_subtype(cast<Type>(args[1]), cast<Type>(args[0])));
}

Ref type_or(Arguments& args) { return make_union(args.vm, args[0], args[1]); }
Ref type_ror(Arguments& args) { return make_union(args.vm, args[1], args[0]); }
Ref type_prepare(Arguments& args) { return Ref::steal(Value(make_dict(args.vm))); }

Ref type_repr(Arguments& args) {
  return make_str(args.vm, fmt::format("<class '{}'>", full_type_name(args.vm, cast<Type>(args[0]))));
}

constexpr NativeDef kMethods[] = {
    {"__init__", type_init, 0, -1, Takes::Keywords},
    {"__call__", type_call, 0, -1, Takes::Keywords},
    {"__repr__", type_repr},
    {"mro", type_mro},
    {"__subclasses__", type_subclasses},
    {"__instancecheck__", type_instance_check, 1, 1},
    {"__subclasscheck__", type_subclass_check, 1, 1},
    {"__or__", type_or, 1, 1},
    {"__ror__", type_ror, 1, 1},
};
constexpr NativeDef kNew[] = {{"__new__", type_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kClassMethods[] = {{"__prepare__", type_prepare, 0, -1, Takes::Keywords}};

}  // namespace

Type* common_metaclass(Vm& vm, Type* meta, std::span<const Value> bases) {
  Type* winner = meta;
  for (const Value base : bases) {
    Type* type = type_of(vm, base);
    if (is_subtype(winner, type)) continue;
    if (is_subtype(type, winner)) {
      winner = type;
      continue;
    }
    vm.raise(vm.types.TypeError,
             "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
    return nullptr;
  }
  return winner;
}

Ref finish_class(Vm& vm, Type* meta, Str* name, std::span<const Value> bases, Dict* names, const Tuple* keywords,
                 const Value* keyword_values) {
  const Ref cls = make_class(vm, meta, name, bases, names);
  if (!cls) return {};
  Type* type = cast<Type>(cls);
  const Value cell = dict_get_name(type->dict, vm.names.dunder_classcell);
  if (!cell.is_empty()) {
    if (!cell.is_kind(Kind::Cell))
      return vm.raise(vm.types.TypeError, "type.__new__(): __classcell__ must be a nonlocal cell, not <class '{}'>", full_type_name(vm, type_of(vm, cell)));
    const Value old = std::exchange(cast<Cell>(cell)->value, Ref(cls).release());
    decref(old);
    dict_delete_name(vm, type->dict, vm.names.dunder_classcell);
  }
  if (!tell_names(vm, type)) return {};
  if (!init_subclass(vm, type, keywords, keyword_values)) return {};
  return cls;
}

void install_type_methods(Vm& vm) {
  install(vm, vm.types.type, kMethods);
  install_static(vm, vm.types.type, kNew);
  install_class_methods(vm, vm.types.type, kClassMethods);
}

}  // namespace waiter::python
