// dict and its views.

#include <algorithm>

#include "python/methods/helpers.h"
#include "python/methods/install.h"
#include "python/methods/numbers.h"
#include "python/set.h"

namespace waiter::python {
namespace {

bool fits_dict(Vm&, Value value) { return value.is_kind(Kind::Dict); }
Dict* self_of(Arguments& args) { return cast<Dict>(args[0]); }

Ref dict_new(Arguments& args) {
  Type* type = class_to_make(args, args.vm.types.dict);
  if (type == nullptr) return {};
  if (type == args.vm.types.dict) return Ref::steal(Value(make_dict(args.vm)));
  return Ref::steal(Value(allocate_instance(args.vm, type)));
}

/// update() and __init__: one mapping or iterable of pairs, then keywords.
bool take_in(Arguments& args, const char* name) {
  Vm& vm = args.vm;
  if (args.count > 2) {
    vm.raise(vm.types.TypeError, "{} expected at most 1 argument, got {}", name, args.count - 1);
    return false;
  }
  if (args.count == 2 && !dict_update(vm, self_of(args), args[1])) return false;
  for (std::uint32_t i = 0; i < args.keyword_count(); ++i)
    if (!dict_set(vm, self_of(args), args.names->items[i], args.values[args.count + i])) return false;
  return true;
}

Ref dict_init(Arguments& args) { return none_or_error(take_in(args, "dict")); }
Ref update(Arguments& args) { return none_or_error(take_in(args, "update")); }

Ref get(Arguments& args) {
  const DictFind found = dict_find(args.vm, self_of(args), args[1]);
  if (found.failed) return {};
  return found.entry >= 0 ? Ref(self_of(args)->entries[found.entry].value) : Ref(args.get(2));
}

Ref setdefault(Arguments& args) {
  const DictFind found = dict_find(args.vm, self_of(args), args[1]);
  if (found.failed) return {};
  if (found.entry >= 0) return self_of(args)->entries[found.entry].value;
  const Value value = args.get(2);
  return dict_set_hashed(args.vm, self_of(args), args[1], found.hash, value) ? Ref(value) : Ref();
}

Ref pop(Arguments& args) {
  Vm& vm = args.vm;
  if (self_of(args)->used == 0) return args.count > 2 ? Ref(args[2]) : raise_key_error(vm, args[1]);  // no hash is asked for (_PyDict_Pop)
  Ref value = dict_pop(vm, self_of(args), args[1]);
  if (value || vm.has_error()) return value;
  return args.count > 2 ? Ref(args[2]) : raise_key_error(vm, args[1]);
}

Ref popitem(Arguments& args) {
  Vm& vm = args.vm;
  Dict* dict = self_of(args);
  std::uint32_t at = dict->filled;
  while (at > 0 && dict->entries[at - 1].key.is_empty()) --at;
  if (at == 0) return vm.raise(vm.types.KeyError, "popitem(): dictionary is empty");
  const Value items[] = {dict->entries[at - 1].key, dict->entries[at - 1].value};
  Ref pair = tuple_of(vm, items);
  dict_delete_last(dict, at - 1);
  return pair;
}

Ref clear(Arguments& args) {
  dict_clear(args.vm, self_of(args));
  return none();
}

Ref copy(Arguments& args) {
  if (!room_for(args.vm, self_of(args)->used * sizeof(DictEntry))) return {};
  args.vm.charge(self_of(args)->used);
  return Ref::steal(Value(dict_copy(args.vm, self_of(args))));
}

Ref make_view(Vm& vm, Dict* dict, IteratorKind what) {
  Type* const type = what == IteratorKind::DictKeys ? vm.types.dict_keys : what == IteratorKind::DictValues ? vm.types.dict_values : vm.types.dict_items;
  auto* view = vm.heap.make<View>(Kind::View, type);
  view->extra = static_cast<std::uint16_t>(what);
  ++dict->refs;
  view->dict = dict;
  return Ref::steal(Value(view));
}
Ref keys(Arguments& args) { return make_view(args.vm, self_of(args), IteratorKind::DictKeys); }
Ref values(Arguments& args) { return make_view(args.vm, self_of(args), IteratorKind::DictValues); }
Ref items(Arguments& args) { return make_view(args.vm, self_of(args), IteratorKind::DictItems); }

Ref fromkeys(Arguments& args) {
  Vm& vm = args.vm;
  if (!unpack_count(args, "fromkeys", 1, 1, 2)) return {};
  const Value value = args.get(2);
  const bool exact = args[0] == Value(vm.types.dict);
  Ref result = exact ? Ref::steal(Value(make_dict(vm))) : call(vm, args[0]);
  if (!result) return {};
  if (exact && type_of(vm, args[1]) == vm.types.dict) dict_reserve(vm, cast<Dict>(result), cast<Dict>(args[1])->used, cast<Dict>(args[1])->has_other_keys);
  if (exact && (type_of(vm, args[1]) == vm.types.set || type_of(vm, args[1]) == vm.types.frozenset)) dict_reserve(vm, cast<Dict>(result), cast<Set>(args[1])->used, true);
  const bool fine = for_each(vm, args[1], [&](Value key) {
    return exact ? dict_set(vm, cast<Dict>(result), key, value) : set_item(vm, result, key, value);
  });
  return fine ? result : Ref();
}

Ref get_item_method(Arguments& args) {
  Vm& vm = args.vm;
  Ref value = dict_get(vm, self_of(args), args[1]);
  if (value || vm.has_error()) return value;
  if (self_of(args)->type->is_user) {
    if (const Value missing = type_lookup(vm, self_of(args)->type, vm.names.dunder_missing); !missing.is_empty())
      return call_special(vm, missing, args[0], {args.values + 1, 1});
  }
  return raise_key_error(vm, args[1]);
}

Ref set_item_method(Arguments& args) { return none_or_error(dict_set(args.vm, self_of(args), args[1], args[2])); }

Ref delete_item_method(Arguments& args) {
  const int deleted = dict_delete(args.vm, self_of(args), args[1]);
  if (deleted == 0) return raise_key_error(args.vm, args[1]);
  return none_or_error(deleted > 0);
}

Ref join_in_place(Arguments& args) { return dict_update(args.vm, self_of(args), args[1]) ? Ref(args[0]) : Ref(); }

/// The entries from the last to the first, as a list that is walked.
Ref backwards(Vm& vm, const Dict* dict, IteratorKind what) {
  Ref list = make_list(vm);
  for (std::uint32_t i = dict->filled; i-- > 0;) {
    const DictEntry& entry = dict->entries[i];
    if (entry.key.is_empty()) continue;
    if (what == IteratorKind::DictItems) {
      const Value both[] = {entry.key, entry.value};
      const Ref pair = tuple_of(vm, both);
      list_append(vm, cast<List>(list), pair);
    } else {
      list_append(vm, cast<List>(list), what == IteratorKind::DictKeys ? entry.key : entry.value);
    }
  }
  Ref iterator = get_iterator(vm, list);
  iterator.get().object()->type = what == IteratorKind::DictItems  ? vm.types.dict_reverseitemiterator
                                  : what == IteratorKind::DictKeys ? vm.types.dict_reversekeyiterator
                                                                   : vm.types.dict_reversevalueiterator;
  return iterator;
}
Ref reversed(Arguments& args) { return backwards(args.vm, self_of(args), IteratorKind::DictKeys); }

// --- views ---

View* view_of(Arguments& args) { return cast<View>(args[0]); }
IteratorKind what_of(Arguments& args) { return static_cast<IteratorKind>(view_of(args)->extra); }

Ref view_length(Arguments& args) { return make_int(args.vm, view_of(args)->dict->used); }
Ref view_reversed(Arguments& args) { return backwards(args.vm, view_of(args)->dict, what_of(args)); }
Ref view_mapping(Arguments& args) { return Value(view_of(args)->dict); }

bool fits_any(Vm&, Value) { return true; }
bool fits_set_like(Vm&, Value value) {
  return value.is_kind(Kind::Set) || is_set_view(value);
}

Ref view_isdisjoint(Arguments& args) {
  bool shared = false;
  const bool fine = for_each(args.vm, args[1], [&](Value item) {
    const int in = contains(args.vm, args[0], item);
    shared = in == 1;
    return in == 0;
  });
  return fine ? boolean(!shared) : Ref();
}

constexpr NativeDef kMethods[] = {
    {"__init__", dict_init, 0, -1, Takes::Keywords},
    {"get", get, 1, 2},
    {"setdefault", setdefault, 1, 2},
    {"pop", pop, 1, 2},
    {"popitem", popitem},
    {"keys", keys},
    {"values", values},
    {"items", items},
    {"update", update, 0, -1, Takes::Keywords},
    {"clear", clear},
    {"copy", copy},
    WAITER_COMPARISONS(fits_dict),
    WAITER_BINARY("or", fits_dict, Or),
    {"__ior__", join_in_place, 1, 1},
    {"__contains__", plain_contains, 1, 1},
    {"__getitem__", get_item_method, 1, 1},
    {"__setitem__", set_item_method, 2, 2},
    {"__delitem__", delete_item_method, 1, 1},
    {"__iter__", plain_iterator},
    {"__reversed__", reversed},
    {"__len__", plain_length},
    {"__repr__", plain_repr},
};
constexpr NativeDef kNew[] = {{"__new__", dict_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kClassMethods[] = {{"fromkeys", fromkeys, 0, -1, Takes::Keywords}};

constexpr NativeDef kViewMethods[] = {
    {"__len__", view_length},
    {"__iter__", plain_iterator},
    {"__contains__", plain_contains, 1, 1},
    {"__reversed__", view_reversed},
    {"__repr__", plain_repr},
};
constexpr NativeDef kSetViewMethods[] = {
    WAITER_COMPARISONS(fits_set_like),
    WAITER_BINARY("and", fits_any, And), WAITER_BINARY("or", fits_any, Or), WAITER_BINARY("sub", fits_any, Sub),
    WAITER_BINARY("xor", fits_any, Xor),
    {"isdisjoint", view_isdisjoint, 1, 1},
};
constexpr NativeDef kMapping = {"mapping", view_mapping, 1, 1};

}  // namespace

void install_dict_methods(Vm& vm) {
  install(vm, vm.types.dict, kMethods);
  install_static(vm, vm.types.dict, kNew);
  install_class_methods(vm, vm.types.dict, kClassMethods);
  make_unhashable(vm, vm.types.dict);
  make_unhashable(vm, vm.types.dict_keys);
  make_unhashable(vm, vm.types.dict_items);
  for (Type* view : {vm.types.dict_keys, vm.types.dict_values, vm.types.dict_items}) {
    install(vm, view, kViewMethods);
    install_getter(vm, view, kMapping);
    if (view == vm.types.dict_values) continue;
    install(vm, view, kSetViewMethods);
    make_unhashable(vm, view);
  }
}

}  // namespace waiter::python
