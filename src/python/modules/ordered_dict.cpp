#include "python/modules/ordered_dict.h"

#include <algorithm>

#include "python/modules/class_of_natives.h"
#include "python/modules/iterator_type.h"

namespace waiter::python {
namespace {

const char kTypesKey = 0;

struct OrderedIterator : Extension {
  Dict* dict;             ///< owned; null once exhausted
  std::uint32_t index;    ///< the next entry; backwards: one past it
  std::uint32_t version;
  IteratorKind what;
  bool backwards;
};

struct OrderedTypes {
  Type *dict, *iterator, *keys, *values, *items;
};

const OrderedTypes& types_of(Vm& vm) { return *static_cast<const OrderedTypes*>(vm.extensions[&kTypesKey]); }

Ref iterator_next(Vm& vm, Extension* extension) {
  auto* walk = static_cast<OrderedIterator*>(extension);
  Dict* dict = walk->dict;
  if (dict == nullptr) return {};
  if (dict->version != walk->version) return vm.raise(vm.types.RuntimeError, "OrderedDict mutated during iteration");
  if (walk->backwards) {
    while (walk->index > 0 && dict->entries[walk->index - 1].key.is_empty()) --walk->index;
  } else {
    while (walk->index < dict->filled && dict->entries[walk->index].key.is_empty()) ++walk->index;
  }
  if (walk->backwards ? walk->index == 0 : walk->index >= dict->filled) {
    walk->dict = nullptr;
    decref(Value(dict));
    return {};
  }
  const DictEntry& entry = dict->entries[walk->backwards ? --walk->index : walk->index++];
  switch (walk->what) {
    case IteratorKind::DictKeys: return entry.key;
    case IteratorKind::DictValues: return entry.value;
    default: {
      const Value both[] = {entry.key, entry.value};
      return tuple_of(vm, both);
    }
  }
}

const ExtensionTraits kIteratorTraits{
    .size = sizeof(OrderedIterator),
    .construct = nullptr,
    .release =
        [](Vm&, Extension* extension) {
          if (Dict* dict = std::exchange(static_cast<OrderedIterator*>(extension)->dict, nullptr)) decref(Value(dict));
        },
    .traverse =
        [](Extension* extension, void (*visit)(void*, Value), void* context) {
          if (Dict* dict = static_cast<OrderedIterator*>(extension)->dict) visit(context, Value(dict));
        },
    .destruct = nullptr,
    .finalise = nullptr,
    .next = iterator_next,
    .no_weak_references = true,
};

Ref walk(Vm& vm, Dict* dict, IteratorKind what, bool backwards) {
  auto* made = static_cast<OrderedIterator*>(allocate_instance(vm, types_of(vm).iterator));
  made->dict = dict;
  ++dict->refs;
  made->version = dict->version;
  made->index = backwards ? dict->filled : dict->first;
  made->what = what;
  made->backwards = backwards;
  return Ref::steal(Value(made));
}

Dict* self_of(Arguments& args) { return cast<Dict>(args[0]); }
bool is_ordered(Vm& vm, Value value) { return value.is_kind(Kind::Dict) && is_instance(vm, value, types_of(vm).dict); }
bool is_exact(Vm& vm, Value value) { return value.object()->type == types_of(vm).dict; }

/// update() and __init__: through __setitem__, as a mutable mapping's own update does it.
bool take_in(Arguments& args, const char* name) {
  Vm& vm = args.vm;
  if (args.count > 2) {
    vm.raise(vm.types.TypeError, "{}expected at most 1 arguments, got {}", name, args.count - 1);
    return false;
  }
  const Value self = args[0];
  const auto put = [&](Value key, Value value) { return is_exact(vm, self) ? dict_set(vm, cast<Dict>(self), key, value) : set_item(vm, self, key, value); };
  if (args.count == 2) {
    const Value other = args[1];
    const bool is_dict = other.is_kind(Kind::Dict) && type_of(vm, other) == vm.types.dict;  // whose values are not asked for by key
    const Ref keys = is_dict ? Ref() : find_attribute(vm, other, vm.names.word_keys);
    if (!keys && vm.has_error()) return false;
    const Ref items = keys ? Ref() : find_attribute(vm, other, vm.names.word_items);
    if (!keys && !items && vm.has_error()) return false;
    if (keys) {
      const Ref listed = call(vm, keys);
      const bool fine = listed && for_each(vm, listed, [&](Value key) {
        const Ref value = get_item(vm, other, key);
        return value && put(key, value);
      });
      if (!fine) return false;
    } else {
      const Ref source = items ? call(vm, items) : Ref(other);
      const bool fine = source && for_each(vm, source, [&](Value item) {
        const Ref pair = tuple_from(vm, item);
        if (!pair) return false;
        const std::uint32_t count = cast<Tuple>(pair)->count;
        if (count != 2) {
          if (count < 2) vm.raise(vm.types.ValueError, "need more than {} value{} to unpack", count, count == 1 ? "" : "s");
          else vm.raise(vm.types.ValueError, "too many values to unpack (expected 2)");
          return false;
        }
        return put(cast<Tuple>(pair)->items[0], cast<Tuple>(pair)->items[1]);
      });
      if (!fine) return false;
    }
  }
  for (std::uint32_t i = 0; i < args.keyword_count(); ++i)
    if (!put(args.names->items[i], args.values[args.count + i])) return false;
  return true;
}

Ref ordered_init(Arguments& args) { return none_or_error(take_in(args, "")); }
Ref update(Arguments& args) { return none_or_error(take_in(args, "update ")); }

Ref popitem(Arguments& args) {
  Vm& vm = args.vm;
  Value out[1];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "popitem", {"last"}, 0, out)) return {};
  const int last = out[0].is_empty() ? 1 : truth(vm, out[0]);
  if (last < 0) return {};
  Dict* dict = self_of(args);
  if (dict->used == 0) return vm.raise(vm.types.KeyError, "dictionary is empty");
  std::uint32_t at = last == 1 ? dict->filled - 1 : dict->first;
  while (dict->entries[at].key.is_empty()) last == 1 ? --at : ++at;
  const Value both[] = {dict->entries[at].key, dict->entries[at].value};
  Ref pair = tuple_of(vm, both);
  last == 1 ? dict_delete_last(dict, at) : dict_delete_entry(dict, at);
  return pair;
}

/// As C sets it with PyErr_SetObject: a tuple is its arguments, None is none (odict_move_to_end, _odict_popkey_hash).
Ref raise_key_error_unpacked(Vm& vm, Value key) {
  if (key.is_none()) {
    vm.set_error(make_exception(vm, vm.types.KeyError));
    return {};
  }
  if (!key.is_kind(Kind::Tuple)) return raise_key_error(vm, key);
  vm.set_error(make_exception(vm, vm.types.KeyError, {cast<Tuple>(key)->items, cast<Tuple>(key)->count}));
  return {};
}

Ref move_to_end(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "move_to_end", {"key", "last"}, 1, out)) return {};
  const int last = out[1].is_empty() ? 1 : truth(vm, out[1]);
  if (last < 0) return {};
  if (self_of(args)->used == 0) return raise_key_error_unpacked(vm, out[0]);  // before its hash is asked for
  const DictFind found = dict_find(vm, self_of(args), out[0]);
  if (found.failed) return {};
  if (found.entry < 0) return raise_key_error_unpacked(vm, out[0]);
  dict_move_entry(vm, self_of(args), static_cast<std::uint32_t>(found.entry), last == 1);
  return none();
}

Ref pop(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "pop", {"key", "default"}, 1, out)) return {};
  const DictFind found = dict_find(vm, self_of(args), out[0]);
  if (found.failed) return {};
  if (found.entry < 0) return out[1].is_empty() ? raise_key_error_unpacked(vm, out[0]) : Ref(out[1]);
  Ref value = self_of(args)->entries[found.entry].value;
  dict_delete_entry(self_of(args), static_cast<std::uint32_t>(found.entry));
  return value;
}

Ref setdefault(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "setdefault", {"key", "default"}, 1, out)) return {};
  const Value fallback = out[1].is_empty() ? kNone : out[1];
  const int in = contains(vm, args[0], out[0]);
  if (in < 0) return {};
  if (in == 1) return get_item(vm, args[0], out[0]);
  return set_item(vm, args[0], out[0], fallback) ? Ref(fallback) : Ref();
}

Ref copy(Arguments& args) {
  Vm& vm = args.vm;
  Ref made = call(vm, Value(args[0].object()->type));
  if (!made) return {};
  Dict* const from = self_of(args);
  if (is_exact(vm, args[0])) return dict_update(vm, cast<Dict>(made), args[0]) ? made : Ref();
  const Ref keys = list_from(vm, args[0]);
  if (!keys) return {};
  for (std::uint32_t i = 0; i < cast<List>(keys)->count; ++i) {
    const Value key = cast<List>(keys)->items[i];
    const Ref value = get_item(vm, Value(from), key);
    if (!value || !set_item(vm, made, key, value)) return {};
  }
  return made;
}

Ref fromkeys(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "fromkeys", {"iterable", "value"}, 1, out)) return {};
  const Value value = out[1].is_empty() ? kNone : out[1];
  Ref made = call(vm, args[0]);
  if (!made || !for_each(vm, out[0], [&](Value key) { return set_item(vm, made, key, value); })) return {};
  return made;
}

/// 1, 0, -1: the same pairs, and between two ordered ones in the same order.
int same_pairs(Vm& vm, Value left, Value right) {
  const Dict* a = cast<Dict>(left);
  const Dict* b = cast<Dict>(right);
  if (a->used != b->used) return 0;
  for (std::uint32_t i = 0; i < a->filled; ++i) {
    if (a->entries[i].key.is_empty()) continue;
    const Ref key = a->entries[i].key, value = a->entries[i].value;
    const Ref other = dict_get(vm, b, key);
    if (!other) return vm.has_error() ? -1 : 0;
    const int same = equal(vm, value, other);
    if (same <= 0) return same;
  }
  if (!is_ordered(vm, right)) return 1;
  std::uint32_t j = 0;
  for (std::uint32_t i = 0; i < a->filled; ++i) {
    if (a->entries[i].key.is_empty()) continue;
    while (j < b->filled && b->entries[j].key.is_empty()) ++j;
    if (j >= b->filled) return 0;
    const Ref mine = a->entries[i].key, theirs = b->entries[j++].key;
    const int same = equal(vm, mine, theirs);
    if (same <= 0) return same;
  }
  return 1;
}

Ref equals(Arguments& args) {
  return args[1].is_kind(Kind::Dict) ? boolean_or_error(same_pairs(args.vm, args[0], args[1])) : Ref(kNotImplemented);
}
Ref differs(Arguments& args) {
  if (!args[1].is_kind(Kind::Dict)) return Ref(kNotImplemented);
  const int same = same_pairs(args.vm, args[0], args[1]);
  return same < 0 ? Ref() : boolean(same == 0);
}
Ref not_ordered(Arguments&) { return Ref(kNotImplemented); }

Ref repr_method(Arguments& args) {
  Vm& vm = args.vm;
  const Dict* dict = self_of(args);
  const std::string name(dict->type->name->view());
  if (dict->used == 0) return make_str(vm, name + "()");
  if (std::find(vm.repr_stack.begin(), vm.repr_stack.end(), args[0].object()) != vm.repr_stack.end()) return make_str(vm, "...");
  vm.repr_stack.push_back(args[0].object());
  Ref pairs;
  if (is_exact(vm, args[0])) {
    pairs = list_from(vm, walk(vm, self_of(args), IteratorKind::DictItems, false));
  } else {
    const Ref items = call_method(vm, args[0], vm.names.word_items);
    if (items) pairs = list_from(vm, items);
  }
  const auto text = pairs ? repr_of(vm, pairs) : std::nullopt;
  vm.repr_stack.pop_back();
  return text ? make_str(vm, name + "(" + *text + ")") : Ref();
}

Ref join(Arguments& args) {
  Vm& vm = args.vm;
  if (!args[1].is_kind(Kind::Dict)) return Ref(kNotImplemented);
  const Value one[] = {args[0]};
  Ref made = call(vm, Value(args[0].object()->type), one);
  if (!made) return {};
  const Value both[] = {made, args[1]};
  Arguments inner{vm, both, 2, nullptr, nullptr};
  return take_in(inner, "update ") ? made : Ref();
}

Ref join_reflected(Arguments& args) {
  Vm& vm = args.vm;
  if (!args[1].is_kind(Kind::Dict)) return Ref(kNotImplemented);
  const Value one[] = {args[1]};
  Ref made = call(vm, Value(args[0].object()->type), one);
  if (!made) return {};
  const Value both[] = {made, args[0]};
  Arguments inner{vm, both, 2, nullptr, nullptr};
  return take_in(inner, "update ") ? made : Ref();
}

Ref join_in_place(Arguments& args) {
  Arguments inner{args.vm, args.values, 2, nullptr, nullptr};
  return take_in(inner, "update ") ? Ref(args[0]) : Ref();
}

Ref view_of(Vm& vm, Dict* dict, IteratorKind what) {
  const OrderedTypes& types = types_of(vm);
  Type* type = what == IteratorKind::DictKeys ? types.keys : what == IteratorKind::DictValues ? types.values : types.items;
  auto* view = vm.heap.make<View>(Kind::View, type);
  incref(Value(type));
  view->extra = static_cast<std::uint16_t>(what);
  ++dict->refs;
  view->dict = dict;
  return Ref::steal(Value(view));
}
Ref keys(Arguments& args) { return view_of(args.vm, self_of(args), IteratorKind::DictKeys); }
Ref values(Arguments& args) { return view_of(args.vm, self_of(args), IteratorKind::DictValues); }
Ref items(Arguments& args) { return view_of(args.vm, self_of(args), IteratorKind::DictItems); }

Ref iterate(Arguments& args) { return walk(args.vm, self_of(args), IteratorKind::DictKeys, false); }
Ref reversed(Arguments& args) { return walk(args.vm, self_of(args), IteratorKind::DictKeys, true); }
Ref iterate_view(Arguments& args) {
  return walk(args.vm, cast<View>(args[0])->dict, static_cast<IteratorKind>(args[0].object()->extra), false);
}
Ref reversed_view(Arguments& args) {
  return walk(args.vm, cast<View>(args[0])->dict, static_cast<IteratorKind>(args[0].object()->extra), true);
}

Ref reduce(Arguments& args) {
  Vm& vm = args.vm;
  const Ref state = find_attribute(vm, args[0], vm.names.dunder_dict);
  if (!state && vm.has_error()) return {};
  const bool has_state = state && truth(vm, state) == 1;
  const Ref listed = call_method(vm, args[0], vm.names.word_items);
  const Ref pairs = listed ? get_iterator(vm, listed) : Ref();
  if (!pairs) return {};
  const Value parts[] = {Value(args[0].object()->type), vm.empty_tuple, has_state ? state.get() : kNone, kNone, pairs};
  return tuple_of(vm, parts);
}

constexpr NativeDef kMethods[] = {
    {"__init__", ordered_init, 0, -1, Takes::Keywords},
    {"update", update, 0, -1, Takes::Keywords},
    {"popitem", popitem, 0, 1, Takes::Keywords},
    {"move_to_end", move_to_end, 0, 2, Takes::Keywords},
    {"pop", pop, 0, 2, Takes::Keywords},
    {"setdefault", setdefault, 0, 2, Takes::Keywords},
    {"copy", copy},
    {"__copy__", copy},
    {"keys", keys},
    {"values", values},
    {"items", items},
    {"__iter__", iterate},
    {"__reversed__", reversed},
    {"__eq__", equals, 1, 1},
    {"__ne__", differs, 1, 1},
    {"__lt__", not_ordered, 1, 1},
    {"__le__", not_ordered, 1, 1},
    {"__gt__", not_ordered, 1, 1},
    {"__ge__", not_ordered, 1, 1},
    {"__repr__", repr_method},
    {"__or__", join, 1, 1},
    {"__ror__", join_reflected, 1, 1},
    {"__ior__", join_in_place, 1, 1},
    {"__reduce__", reduce},
};
constexpr NativeDef kClassMethods[] = {{"fromkeys", fromkeys, 0, -1, Takes::Keywords}};
constexpr NativeDef kViewMethods[] = {{"__iter__", iterate_view}, {"__reversed__", reversed_view}};

}  // namespace

Type* make_ordered_dict_type(Vm& vm) {
  if (const auto found = vm.extensions.find(&kTypesKey); found != vm.extensions.end()) return static_cast<const OrderedTypes*>(found->second)->dict;
  auto* types = static_cast<OrderedTypes*>(vm.heap.allocate_raw(sizeof(OrderedTypes)));
  vm.extensions[&kTypesKey] = types;
  types->dict = make_class_of_natives(vm, "OrderedDict", "collections", vm.types.dict, true, kMethods);
  install_class_methods(vm, types->dict, kClassMethods);
  make_unhashable(vm, types->dict);
  types->iterator = make_extension_type(vm, "odict_iterator", "builtins", &kIteratorTraits);
  types->iterator->no_instance_dict = true;
  install_iterator_protocol(vm, types->iterator);
  types->keys = make_class_of_natives(vm, "odict_keys", "builtins", vm.types.dict_keys, false, kViewMethods);
  types->values = make_class_of_natives(vm, "odict_values", "builtins", vm.types.dict_values, false, kViewMethods);
  types->items = make_class_of_natives(vm, "odict_items", "builtins", vm.types.dict_items, false, kViewMethods);
  return types->dict;
}

}  // namespace waiter::python
