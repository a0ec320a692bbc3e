// list[int] and int | str: instances that hold __origin__ and __args__ as attributes. They are read, printed and compared,
// and calling list[int]() calls list.

#include <algorithm>

#include "python/methods/helpers.h"
#include "python/methods/install.h"

namespace waiter::python {
namespace {

Value attribute_of(Value alias, Str* name) { return attributes_get(&cast<Instance>(alias)->attributes, name); }

Ref make_record(Vm& vm, Type* type, Value origin, Value items) {
  Object* object = allocate_instance(vm, type);
  Ref result = Ref::steal(Value(object));
  attributes_set(vm, object, attributes_of(object), vm.names.dunder_origin, origin);
  attributes_set(vm, object, attributes_of(object), vm.names.dunder_args, items);
  return result;
}

/// One parameter as the repr of an alias shows it: types by name, None as "None", lists as lists.
bool append_item(Vm& vm, std::string& text, Value item) {
  if (item == kEllipsis) {
    text += "...";
    return true;
  }
  if (item == Value(vm.types.none)) {
    text += "None";
    return true;
  }
  if (item.is_kind(Kind::Type)) {
    text += full_type_name(vm, cast<Type>(item));
    return true;
  }
  if (item.is_kind(Kind::List)) {
    text += "[";
    const List* list = cast<List>(item);
    for (std::uint32_t i = 0; i < list->count; ++i) {
      if (i > 0) text += ", ";
      if (!append_item(vm, text, list->items[i])) return false;
    }
    text += "]";
    return true;
  }
  const auto shown = repr_of(vm, item);
  if (!shown) return false;
  text += *shown;
  return true;
}

Ref join_items(Vm& vm, std::string text, Value items, const char* between, const char* end) {
  const Tuple* tuple = cast<Tuple>(items);
  for (std::uint32_t i = 0; i < tuple->count; ++i) {
    if (i > 0) text += between;
    if (!append_item(vm, text, tuple->items[i])) return {};
  }
  if (tuple->count == 0 && *end != '\0') text += "()";
  return make_str(vm, text + end);
}

/// GenericAlias(origin, args).
Ref alias_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.generic_alias);
  if (type == nullptr || !no_keywords(args, "GenericAlias") || !unpack_count(args, "GenericAlias", 1, 2, 2)) return {};
  const Ref items = args[2].is_kind(Kind::Tuple) ? Ref(args[2]) : tuple_of(vm, {args.values + 2, 1});
  return make_record(vm, type, args[1], items);
}

Ref alias_repr(Arguments& args) {
  Vm& vm = args.vm;
  std::string text;
  if (!append_item(vm, text, attribute_of(args[0], vm.names.dunder_origin))) return {};
  return join_items(vm, text + "[", attribute_of(args[0], vm.names.dunder_args), ", ", "]");
}

Ref alias_call(Arguments& args) {
  std::vector<Value> rest(args.values + 1, args.values + args.count + args.keyword_count());
  const Ref origin = attribute_of(args[0], args.vm.names.dunder_origin);
  return call(args.vm, origin, rest, args.names);
}

Ref alias_mro_entries(Arguments& args) {
  const Value origin[] = {attribute_of(args[0], args.vm.names.dunder_origin)};
  return tuple_of(args.vm, origin);
}

Ref alias_eq(Arguments& args) {
  Vm& vm = args.vm;
  if (!args[1].is_kind(Kind::Instance) || args[1].object()->type != args[0].object()->type) return Ref(kNotImplemented);
  if (attribute_of(args[0], vm.names.dunder_origin) != attribute_of(args[1], vm.names.dunder_origin)) return boolean(false);
  const Value mine = attribute_of(args[0], vm.names.dunder_args), theirs = attribute_of(args[1], vm.names.dunder_args);
  if (args[0].object()->type != vm.types.union_) return boolean_or_error(equal(vm, mine, theirs));
  // int | str == str | int
  if (cast<Tuple>(mine)->count != cast<Tuple>(theirs)->count) return boolean(false);
  for (std::uint32_t i = 0; i < cast<Tuple>(mine)->count; ++i) {
    const int in = contains(vm, theirs, cast<Tuple>(mine)->items[i]);
    if (in <= 0) return boolean_or_error(in);
  }
  return boolean(true);
}

Ref alias_hash(Arguments& args) {
  Vm& vm = args.vm;
  const Tuple* items = cast<Tuple>(attribute_of(args[0], vm.names.dunder_args));
  std::int64_t sum = 0;
  for (std::uint32_t i = 0; i < items->count; ++i) {
    std::int64_t one = 0;
    if (!hash(vm, items->items[i], one)) return {};
    sum ^= one;
  }
  return make_int(vm, sum >> 2);
}

/// list[int].append is list.append: what the alias lacks, its origin has.
Ref alias_getattr(Arguments& args) {
  const Ref origin = attribute_of(args[0], args.vm.names.dunder_origin);
  return get_attribute(args.vm, origin, name_of(args.vm, args[1]));
}

Ref alias_or(Arguments& args) { return make_union(args.vm, args[0], args[1]); }
Ref alias_ror(Arguments& args) { return make_union(args.vm, args[1], args[0]); }

Ref union_repr(Arguments& args) {
  return join_items(args.vm, "", attribute_of(args[0], args.vm.names.dunder_args), " | ", "");
}

Ref union_instance_check(Arguments& args) {
  return boolean_or_error(is_instance_of(args.vm, args[1], attribute_of(args[0], args.vm.names.dunder_args)));
}

Ref union_subclass_check(Arguments& args) {
  return boolean_or_error(is_subclass_of(args.vm, args[1], attribute_of(args[0], args.vm.names.dunder_args)));
}

/// Adds the type variables in `items`, each once, in order (genericaliasobject.c, _Py_make_parameters). False: exception.
bool add_variables(Vm& vm, std::span<const Value> items, std::vector<Ref>& variables) {
  for (const Value item : items) {
    if (item.is_kind(Kind::Type) || is_str(item)) continue;
    if (item.is_kind(Kind::List)) {
      const List* list = cast<List>(item);
      if (!add_variables(vm, {list->items, list->count}, variables)) return false;
      continue;
    }
    const std::string_view kind = type_name(vm, item);
    if (kind == "TypeVar" || kind == "ParamSpec" || kind == "TypeVarTuple") {
      if (std::none_of(variables.begin(), variables.end(), [&](const Ref& known) { return known.get() == item; })) variables.emplace_back(item);
      continue;
    }
    if (!item.is_kind(Kind::Instance)) continue;
    const Ref inner = find_attribute(vm, item, intern(vm, "__parameters__"));
    if (vm.has_error()) return false;
    if (inner && inner.get().is_kind(Kind::Tuple) && !add_variables(vm, {cast<Tuple>(inner)->items, cast<Tuple>(inner)->count}, variables)) return false;
  }
  return true;
}

std::span<const Value> items_of(Value alias, Vm& vm) {
  const Tuple* items = cast<Tuple>(attribute_of(alias, vm.names.dunder_args));
  return {items->items, items->count};
}

Ref alias_parameters(Arguments& args) {
  std::vector<Ref> variables;
  if (!add_variables(args.vm, items_of(args[0], args.vm), variables)) return {};
  const std::vector<Value> values(variables.begin(), variables.end());
  return tuple_of(args.vm, values);
}

/// What stands for `item` where the variables stand for the given values.
Ref put_in(Vm& vm, Value item, const std::vector<Ref>& variables, const Tuple* given) {
  for (std::size_t i = 0; i < variables.size(); ++i)
    if (variables[i].get() == item) return given->items[i];
  std::vector<Ref> inner;
  if (!add_variables(vm, {&item, 1}, inner)) return {};
  if (inner.empty()) return item;
  std::vector<Value> values;
  for (const Ref& one : inner) {
    const auto found = std::find_if(variables.begin(), variables.end(), [&](const Ref& known) { return known.get() == one.get(); });
    values.push_back(found == variables.end() ? one.get() : given->items[found - variables.begin()]);
  }
  const Ref tuple = tuple_of(vm, values);
  return get_item(vm, item, values.size() == 1 ? values[0] : tuple.get());
}

/// list[T][int]: the type variables of the alias, in order, are what the items stand for. An empty Ref: exception.
Ref specialized(Vm& vm, Value alias, Value given_items) {
  std::vector<Ref> variables;
  if (!add_variables(vm, items_of(alias, vm), variables)) return {};
  if (variables.empty()) {
    const auto shown = repr_of(vm, alias);
    return shown ? vm.raise(vm.types.TypeError, "{} is not a generic class", *shown) : Ref();
  }
  const Ref items = given_items.is_kind(Kind::Tuple) ? Ref(given_items) : tuple_of(vm, {&given_items, 1});
  const Tuple* given = cast<Tuple>(items);
  if (given->count != variables.size()) {
    const auto shown = repr_of(vm, alias);
    return shown ? vm.raise(vm.types.TypeError, "Too {} arguments for {}; actual {}, expected {}", given->count > variables.size() ? "many" : "few", *shown,
                            given->count, variables.size())
                 : Ref();
  }
  std::vector<Ref> fresh;
  for (const Value item : items_of(alias, vm)) {
    fresh.push_back(put_in(vm, item, variables, given));
    if (!fresh.back()) return {};
  }
  const std::vector<Value> values(fresh.begin(), fresh.end());
  return tuple_of(vm, values);
}

Ref alias_get_item(Arguments& args) {
  Vm& vm = args.vm;
  const Ref items = specialized(vm, args[0], args[1]);
  return items ? make_record(vm, args[0].object()->type, attribute_of(args[0], vm.names.dunder_origin), items) : Ref();
}

/// (list[T] | int)[str]
Ref union_get_item(Arguments& args) {
  Vm& vm = args.vm;
  const Ref items = specialized(vm, args[0], args[1]);
  if (!items) return {};
  Ref made = cast<Tuple>(items)->items[0];
  for (std::uint32_t i = 1; i < cast<Tuple>(items)->count; ++i) {
    made = binary(vm, BinaryKind::Or, made, cast<Tuple>(items)->items[i]);
    if (!made) return {};
  }
  return made;
}

Ref alias_instance_check(Arguments& args) {
  return args.vm.raise(args.vm.types.TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}
Ref alias_subclass_check(Arguments& args) {
  return args.vm.raise(args.vm.types.TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}

constexpr NativeDef kAliasMethods[] = {
    {"__getitem__", alias_get_item, 1, 1},
    {"__instancecheck__", alias_instance_check, 1, 1}, {"__subclasscheck__", alias_subclass_check, 1, 1},
    {"__repr__", alias_repr},       {"__call__", alias_call, 0, -1, Takes::Keywords},
    {"__eq__", alias_eq, 1, 1},     {"__hash__", alias_hash},
    {"__or__", alias_or, 1, 1},     {"__ror__", alias_ror, 1, 1},
    {"__mro_entries__", alias_mro_entries, 1, 1}, {"__getattr__", alias_getattr, 1, 1},
};
constexpr NativeDef kProperties[] = {{"__parameters__", alias_parameters}};
constexpr NativeDef kUnionMethods[] = {
    {"__getitem__", union_get_item, 1, 1},
    {"__repr__", union_repr},       {"__eq__", alias_eq, 1, 1},  {"__hash__", alias_hash},
    {"__or__", alias_or, 1, 1},     {"__ror__", alias_ror, 1, 1},
    {"__instancecheck__", union_instance_check, 1, 1}, {"__subclasscheck__", union_subclass_check, 1, 1},
};
constexpr NativeDef kAliasNew[] = {{"__new__", alias_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kClassGetItem[] = {{"__class_getitem__", class_get_item, 0, -1, Takes::Keywords}};

}  // namespace

Ref make_alias(Vm& vm, Value origin, Value items) {
  if (items.is_kind(Kind::Tuple)) return make_record(vm, vm.types.generic_alias, origin, items);
  const Ref tuple = tuple_of(vm, {&items, 1});
  return make_record(vm, vm.types.generic_alias, origin, tuple);
}

Ref make_union(Vm& vm, Value left, Value right) {
  std::vector<Value> items;
  const auto add = [&](Value value) {
    if (value.is_none()) value = Value(vm.types.none);
    if (value.is_kind(Kind::Instance) && value.object()->type == vm.types.union_) {
      const Tuple* inner = cast<Tuple>(attribute_of(value, vm.names.dunder_args));
      for (std::uint32_t i = 0; i < inner->count; ++i) items.push_back(inner->items[i]);
      return true;
    }
    const bool is_type = value.is_kind(Kind::Type) || (value.is_kind(Kind::Instance) && is_subtype(value.object()->type, vm.types.generic_alias));
    if (is_type) items.push_back(value);
    return is_type;
  };
  if (!add(left) || !add(right)) return Ref(kNotImplemented);
  std::vector<Value> unique;
  for (const Value item : items) {
    bool seen = false;
    for (const Value other : unique) seen = seen || equal(vm, other, item) == 1;
    if (!seen) unique.push_back(item);
  }
  if (unique.size() == 1) return unique[0];
  const Ref tuple = tuple_of(vm, unique);
  return make_record(vm, vm.types.union_, Value(vm.types.union_), tuple);
}

Ref class_get_item(Arguments& args) {
  if (args.count != 2) return args.vm.raise(args.vm.types.TypeError, "__class_getitem__() takes exactly one argument ({} given)", args.count - 1);
  return make_alias(args.vm, args[0], args[1]);
}

void install_alias_methods(Vm& vm) {
  install(vm, vm.types.generic_alias, kAliasMethods);
  install_static(vm, vm.types.generic_alias, kAliasNew);
  install(vm, vm.types.union_, kUnionMethods);
  install_properties(vm, vm.types.generic_alias, kProperties);
  install_properties(vm, vm.types.union_, kProperties);
  vm.types.generic_alias->has_getattr = true;
  for (Type* type : {vm.types.generic_alias, vm.types.union_}) {
    decref(type->module);
    type->module = Ref(Value(intern(vm, "types"))).release();
    set_dotted_name(vm, type);
  }
  for (Type* type : {vm.types.enumerate, vm.types.list, vm.types.dict, vm.types.tuple, vm.types.set, vm.types.frozenset, vm.types.type})
    install_class_methods(vm, type, kClassGetItem);
}

}  // namespace waiter::python
