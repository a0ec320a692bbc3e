#include "python/methods/helpers.h"
#include "python/modules/deque.h"

#include <algorithm>

#include "python/modules/iterator_type.h"

namespace waiter::python {
namespace {

const char kTypesKey = 0;

struct DequeIterator : Extension {
  Deque* deque;        ///< owned; null once exhausted
  std::uint32_t at;    ///< items walked
  std::uint32_t version;
  bool backwards;
};

struct DequeTypes {
  Type *deque, *iterator, *reverse_iterator;
};

void clear_items(Vm& vm, Deque* deque) {
  Value* items = std::exchange(deque->items, nullptr);
  const std::uint32_t capacity = std::exchange(deque->capacity, 0);
  const std::uint32_t count = std::exchange(deque->count, 0);
  const std::uint32_t head = std::exchange(deque->head, 0);
  ++deque->version;
  for (std::uint32_t i = 0; i < count; ++i) decref(items[(head + i) & (capacity - 1)]);
  vm.heap.free_raw(items, capacity * sizeof(Value));
}

const ExtensionTraits kDequeTraits{
    .size = sizeof(Deque),
    .construct = [](Extension* extension) { static_cast<Deque*>(extension)->maxlen = -1; },
    .release = [](Vm& vm, Extension* extension) { clear_items(vm, static_cast<Deque*>(extension)); },
    .traverse =
        [](Extension* extension, void (*visit)(void*, Value), void* context) {
          const auto* deque = static_cast<Deque*>(extension);
          for (std::uint32_t i = 0; i < deque->count; ++i) visit(context, deque->at(i));
        },
    .destruct = nullptr,
    .finalise = nullptr,
};

Ref iterator_next(Vm& vm, Extension* extension) {
  auto* walk = static_cast<DequeIterator*>(extension);
  Deque* deque = walk->deque;
  if (deque == nullptr) return {};
  if (deque->version != walk->version) {
    walk->at = deque->count;
    return vm.raise(vm.types.RuntimeError, "deque mutated during iteration");
  }
  if (walk->at >= deque->count) {
    walk->deque = nullptr;
    decref(Value(deque));
    return {};
  }
  const std::uint32_t at = walk->at++;
  return deque->at(walk->backwards ? deque->count - 1 - at : at);
}

const ExtensionTraits kIteratorTraits{
    .size = sizeof(DequeIterator),
    .construct = nullptr,
    .release =
        [](Vm&, Extension* extension) {
          if (Deque* deque = std::exchange(static_cast<DequeIterator*>(extension)->deque, nullptr)) decref(Value(deque));
        },
    .traverse =
        [](Extension* extension, void (*visit)(void*, Value), void* context) {
          if (Deque* deque = static_cast<DequeIterator*>(extension)->deque) visit(context, Value(deque));
        },
    .destruct = nullptr,
    .finalise = nullptr,
    .next = iterator_next,
    .no_weak_references = true,
};

const DequeTypes& types_of(Vm& vm) {
  (void)deque_type(vm);
  return *static_cast<const DequeTypes*>(vm.extensions[&kTypesKey]);
}

Deque* self_of(Arguments& args) { return cast<Deque>(args[0]); }
bool is_deque(Vm& vm, Value value) { return value.is_kind(Kind::Extension) && is_instance(vm, value, deque_type(vm)); }

bool grow(Vm& vm, Deque* deque) {
  constexpr std::uint32_t kFirstCapacity = 8;
  const std::uint64_t capacity = deque->capacity == 0 ? kFirstCapacity : std::uint64_t{deque->capacity} * 2;
  if (!room_for(vm, capacity * sizeof(Value))) return false;
  auto* larger = static_cast<Value*>(vm.heap.allocate_raw(static_cast<std::size_t>(capacity) * sizeof(Value)));
  for (std::uint32_t i = 0; i < deque->count; ++i) larger[i] = deque->at(i);
  vm.heap.free_raw(deque->items, deque->capacity * sizeof(Value));
  deque->items = larger;
  deque->capacity = static_cast<std::uint32_t>(capacity);
  deque->head = 0;
  return true;
}

Ref take_first(Deque* deque) {
  Ref item = Ref::steal(deque->at(0));
  deque->head = (deque->head + 1) & (deque->capacity - 1);
  --deque->count;
  ++deque->version;
  return item;
}

Ref take_last(Deque* deque) {
  Ref item = Ref::steal(deque->at(deque->count - 1));
  --deque->count;
  ++deque->version;
  return item;
}

bool push_last(Vm& vm, Deque* deque, Value item) {
  if (deque->count == deque->capacity && !grow(vm, deque)) return false;
  incref(item);
  ++deque->count;
  deque->at(deque->count - 1) = item;
  ++deque->version;
  if (deque->maxlen >= 0 && deque->count > deque->maxlen) (void)take_first(deque);
  return true;
}

bool push_first(Vm& vm, Deque* deque, Value item) {
  if (deque->count == deque->capacity && !grow(vm, deque)) return false;
  incref(item);
  deque->head = (deque->head - 1) & (deque->capacity - 1);
  ++deque->count;
  deque->at(0) = item;
  ++deque->version;
  if (deque->maxlen >= 0 && deque->count > deque->maxlen) (void)take_last(deque);
  return true;
}

bool extend_from(Vm& vm, Deque* deque, Value iterable, bool (*push)(Vm&, Deque*, Value)) {
  const Ref source = iterable == Value(deque) ? list_from(vm, iterable) : Ref(iterable);
  if (!source) return false;
  const Ref held = Value(deque);
  return for_each(vm, source, [&](Value item) { return push(vm, deque, item); });
}

Ref items_as_list(Vm& vm, const Deque* deque) {
  Ref list = make_list(vm);
  if (!list_reserve(vm, cast<List>(list), deque->count)) return {};
  for (std::uint32_t i = 0; i < deque->count; ++i) list_append(vm, cast<List>(list), deque->at(i));
  return list;
}

Ref deque_new(Arguments& args) {
  Type* type = class_to_make(args, deque_type(args.vm));
  return type == nullptr ? Ref() : Ref::steal(Value(allocate_instance(args.vm, type)));
}

Ref deque_init(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "deque", {"iterable", "maxlen"}, 0, out)) return {};
  std::int64_t maxlen = -1;
  if (!out[1].is_empty() && !out[1].is_none()) {
    if (!is_int_like(out[1])) return vm.raise(vm.types.TypeError, "an integer is required");
    const auto given = to_ssize(vm, out[1]);
    if (!given) return {};
    if (*given < 0) return vm.raise(vm.types.ValueError, "maxlen must be non-negative");
    maxlen = *given;
  }
  Deque* deque = self_of(args);
  deque->maxlen = maxlen;
  if (deque->count > 0) clear_items(vm, deque);
  return none_or_error(out[0].is_empty() || extend_from(vm, deque, out[0], push_last));
}

Ref append(Arguments& args) { return none_or_error(push_last(args.vm, self_of(args), args[1])); }
Ref appendleft(Arguments& args) { return none_or_error(push_first(args.vm, self_of(args), args[1])); }
Ref extend(Arguments& args) { return none_or_error(extend_from(args.vm, self_of(args), args[1], push_last)); }
Ref extendleft(Arguments& args) { return none_or_error(extend_from(args.vm, self_of(args), args[1], push_first)); }

Ref pop(Arguments& args) {
  if (self_of(args)->count == 0) return args.vm.raise(args.vm.types.IndexError, "pop from an empty deque");
  return take_last(self_of(args));
}
Ref popleft(Arguments& args) {
  if (self_of(args)->count == 0) return args.vm.raise(args.vm.types.IndexError, "pop from an empty deque");
  return take_first(self_of(args));
}

Ref clear(Arguments& args) {
  clear_items(args.vm, self_of(args));
  return none();
}

/// deque_copy: of the same class; a subclass is called with the items and, if it has one, maxlen.
Ref copy(Arguments& args) {
  Vm& vm = args.vm;
  Deque* deque = self_of(args);
  if (deque->type == deque_type(vm)) {
    auto* made = static_cast<Deque*>(allocate_instance(vm, deque->type));
    Ref owner = Ref::steal(Value(made));
    made->maxlen = deque->maxlen;
    for (std::uint32_t i = 0; i < deque->count; ++i)
      if (!push_last(vm, made, deque->at(i))) return {};
    vm.charge(deque->count);
    return owner;
  }
  const Ref maxlen = make_int(vm, deque->maxlen);
  const Value both[] = {args[0], maxlen};
  Ref made = call(vm, Value(deque->type), {both, deque->maxlen < 0 ? 1u : 2u});
  if (made && !is_deque(vm, made))
    return vm.raise(vm.types.TypeError, "{}() must return a deque, not {}", deque->type->name->view(), type_name(vm, made));
  return made;
}

Ref rotate(Arguments& args) {
  Vm& vm = args.vm;
  Deque* deque = self_of(args);
  std::int64_t steps = 1;
  if (args.count > 2) return vm.raise(vm.types.TypeError, "deque.rotate expected at most 1 argument, got {}", args.count - 1);
  if (args.count > 1) {
    const auto given = to_ssize(vm, args[1]);
    if (!given) return {};
    steps = *given;
  }
  if (deque->count < 2) return none();
  steps %= deque->count;
  if (steps < 0) steps += deque->count;
  if (steps == 0) return none();
  vm.charge(std::min<std::int64_t>(steps, deque->count - steps));
  // A full ring only turns; else the items move over the gap, by the shorter way.
  if (deque->count == deque->capacity) {
    deque->head = (deque->head - static_cast<std::uint32_t>(steps)) & (deque->capacity - 1);
  } else if (steps <= deque->count / 2) {
    for (; steps > 0; --steps) {
      const Value item = deque->at(deque->count - 1);
      deque->head = (deque->head - 1) & (deque->capacity - 1);
      deque->at(0) = item;
    }
  } else {
    for (steps = deque->count - steps; steps > 0; --steps) {
      const Value item = deque->at(0);
      deque->head = (deque->head + 1) & (deque->capacity - 1);
      deque->at(deque->count - 1) = item;
    }
  }
  ++deque->version;
  return none();
}

Ref reverse(Arguments& args) {
  Deque* deque = self_of(args);
  for (std::uint32_t i = 0; i < deque->count / 2; ++i) std::swap(deque->at(i), deque->at(deque->count - 1 - i));
  return none();
}

/// Calls test(index) for each item that equals `value`, from `start` to `stop`, until it says false. False: exception.
template <class Found>
bool search(Vm& vm, Deque* deque, Value value, std::int64_t start, std::int64_t stop, const char* mutated, Found found) {
  const std::uint32_t version = deque->version;
  for (std::int64_t i = start; i < stop; ++i) {
    const Ref item = deque->at(static_cast<std::uint32_t>(i));
    const int same = equal(vm, item, value);
    if (same < 0) return false;
    if (deque->version != version) {
      vm.raise(mutated == nullptr ? vm.types.IndexError : vm.types.RuntimeError, mutated == nullptr ? "deque mutated during iteration" : mutated);
      return false;
    }
    if (same > 0 && !found(i)) return true;
  }
  if (start < stop) vm.charge(stop - start);
  return true;
}

constexpr const char* kMutated = "deque mutated during iteration";

Ref count(Arguments& args) {
  std::int64_t total = 0;
  const bool fine = search(args.vm, self_of(args), args[1], 0, self_of(args)->count, kMutated, [&](std::int64_t) {
    ++total;
    return true;
  });
  return fine ? make_int(args.vm, total) : Ref();
}

Ref contains_method(Arguments& args) {
  bool in = false;
  const bool fine = search(args.vm, self_of(args), args[1], 0, self_of(args)->count, kMutated, [&](std::int64_t) {
    in = true;
    return false;
  });
  return fine ? boolean(in) : Ref();
}

Ref not_in_deque(Vm& vm, Value value) {
  const auto text = repr_of(vm, value);
  return text ? vm.raise(vm.types.ValueError, "{} is not in deque", *text) : Ref();
}

Ref index(Arguments& args) {
  Vm& vm = args.vm;
  for (std::uint32_t i = 2; i < args.count; ++i)
    if (args[i].is_none()) return vm.raise(vm.types.TypeError, "slice indices must be integers or have an __index__ method");
  const auto bounds = bounds_of(args, 2, self_of(args)->count);
  if (!bounds) return {};
  std::int64_t at = -1;
  const bool fine = search(vm, self_of(args), args[1], bounds->start, bounds->end, kMutated, [&](std::int64_t i) {
    at = i;
    return false;
  });
  if (!fine) return {};
  return at >= 0 ? make_int(vm, at) : not_in_deque(vm, args[1]);
}

/// Takes the item out; what stands behind it moves up, or what stands before it down, whichever is less.
Ref take_at(Deque* deque, std::uint32_t index) {
  Ref item = Ref::steal(deque->at(index));
  if (index < deque->count / 2) {
    for (std::uint32_t i = index; i > 0; --i) deque->at(i) = deque->at(i - 1);
    deque->head = (deque->head + 1) & (deque->capacity - 1);
  } else {
    for (std::uint32_t i = index; i + 1 < deque->count; ++i) deque->at(i) = deque->at(i + 1);
  }
  --deque->count;
  ++deque->version;
  return item;
}

Ref remove(Arguments& args) {
  std::int64_t at = -1;
  const bool fine = search(args.vm, self_of(args), args[1], 0, self_of(args)->count, nullptr, [&](std::int64_t i) {
    at = i;
    return false;
  });
  if (!fine) return {};
  if (at < 0) return not_in_deque(args.vm, args[1]);
  (void)take_at(self_of(args), static_cast<std::uint32_t>(at));
  return none();
}

Ref insert(Arguments& args) {
  Vm& vm = args.vm;
  Deque* deque = self_of(args);
  const auto given = to_ssize(vm, args[1]);
  if (!given) return {};
  if (deque->maxlen >= 0 && deque->count >= deque->maxlen) return vm.raise(vm.types.IndexError, "deque already at its maximum size");
  const std::int64_t length = deque->count;
  const std::int64_t at = *given < 0 ? std::max<std::int64_t>(*given + length, 0) : std::min(*given, length);
  if (!push_last(vm, deque, args[2])) return {};
  for (std::uint32_t i = deque->count - 1; i > at; --i) std::swap(deque->at(i), deque->at(i - 1));
  vm.charge(length - at);
  return none();
}

std::optional<std::uint32_t> place_of(Arguments& args) {
  Vm& vm = args.vm;
  const Value key = args[1];
  const bool integral = is_int_like(key) || !type_lookup(vm, type_of(vm, key), vm.names.dunder_index).is_empty();
  if (!integral) {
    vm.raise(vm.types.TypeError, "sequence index must be integer, not '{}'", type_name(vm, key));
    return std::nullopt;
  }
  const auto given = to_int64(vm, key);
  if (!given) return std::nullopt;
  const std::int64_t length = self_of(args)->count;
  const std::int64_t at = *given < 0 ? *given + length : *given;
  if (at >= 0 && at < length) return static_cast<std::uint32_t>(at);
  vm.raise(vm.types.IndexError, "deque index out of range");
  return std::nullopt;
}

Ref get_item_method(Arguments& args) {
  const auto at = place_of(args);
  return at ? Ref(self_of(args)->at(*at)) : Ref();
}

Ref set_item_method(Arguments& args) {
  const auto at = place_of(args);
  if (!at) return {};
  decref(std::exchange(self_of(args)->at(*at), Ref(args[2]).release()));
  return none();
}

Ref delete_item_method(Arguments& args) {
  const auto at = place_of(args);
  if (!at) return {};
  (void)take_at(self_of(args), *at);
  return none();
}

Ref length_method(Arguments& args) { return make_int(args.vm, self_of(args)->count); }

Ref make_walk(Vm& vm, Deque* deque, bool backwards) {
  auto* walk = static_cast<DequeIterator*>(allocate_instance(vm, backwards ? types_of(vm).reverse_iterator : types_of(vm).iterator));
  walk->deque = deque;
  incref(Value(deque));
  walk->version = deque->version;
  walk->backwards = backwards;
  return Ref::steal(Value(walk));
}
Ref iterate(Arguments& args) { return make_walk(args.vm, self_of(args), false); }
Ref reversed(Arguments& args) { return make_walk(args.vm, self_of(args), true); }

Ref repr_method(Arguments& args) {
  Vm& vm = args.vm;
  Deque* deque = self_of(args);
  if (std::find(vm.repr_stack.begin(), vm.repr_stack.end(), deque) != vm.repr_stack.end()) return make_str(vm, "[...]");
  vm.repr_stack.push_back(deque);
  const Ref list = items_as_list(vm, deque);
  const auto text = list ? repr_of(vm, list) : std::nullopt;
  vm.repr_stack.pop_back();
  if (!text) return {};
  const std::string maxlen = deque->maxlen < 0 ? std::string() : fmt::format(", maxlen={}", deque->maxlen);
  return make_str(vm, fmt::format("{}({}{})", deque->type->name->view(), *text, maxlen));
}

/// Item by item, as deque_richcompare: the first pair that differs decides.
template <CompareKind kind>
Ref compare_method(Arguments& args) {
  Vm& vm = args.vm;
  if (!is_deque(vm, args[1])) return Ref(kNotImplemented);
  const Ref left = items_as_list(vm, self_of(args)), right = items_as_list(vm, cast<Deque>(args[1]));
  return left && right ? compare(vm, kind, left, right) : Ref();
}

Ref add(Arguments& args) {
  if (!is_deque(args.vm, args[1]))
    return args.vm.raise(args.vm.types.TypeError, "can only concatenate deque (not \"{}\") to deque", type_name(args.vm, args[1]));
  Ref made = copy(args);
  if (!made || !extend_from(args.vm, cast<Deque>(made), args[1], push_last)) return {};
  return made;
}

Ref add_in_place(Arguments& args) {
  return extend_from(args.vm, self_of(args), args[1], push_last) ? Ref(args[0]) : Ref();
}

Ref repeat_in_place(Arguments& args) {
  Vm& vm = args.vm;
  Deque* deque = self_of(args);
  const bool integral = is_int_like(args[1]) || !type_lookup(vm, type_of(vm, args[1]), vm.names.dunder_index).is_empty();
  if (!integral) return vm.raise(vm.types.TypeError, "can't multiply sequence by non-int of type '{}'", type_name(vm, args[1]));
  const auto times = to_int64(vm, args[1], vm.types.OverflowError);
  if (!times) return {};
  if (*times <= 0) {
    clear_items(vm, deque);
    return args[0];
  }
  if (*times == 1 || deque->count == 0) return args[0];
  const Ref list = items_as_list(vm, deque);
  if (!list) return {};
  const List* once = cast<List>(list);
  // With a maximum, only the last items stay: whole rounds that would be pushed out again need not be made.
  std::int64_t rounds = *times - 1;
  if (deque->maxlen >= 0) rounds = std::min(rounds, deque->maxlen / once->count + 2);
  if (deque->maxlen < 0 && !room_for(vm, static_cast<std::uint64_t>(std::min<std::int64_t>(rounds, 1 << 30)) * once->count * sizeof(Value))) return {};
  if (deque->maxlen >= 0 && rounds < *times - 1) {
    // The same number of items modulo one round stays, as if all had been pushed.
    clear_items(vm, deque);
    ++rounds;
  }
  for (std::int64_t round = 0; round < rounds; ++round)
    for (std::uint32_t i = 0; i < once->count; ++i)
      if (!push_last(vm, deque, once->items[i])) return {};
  vm.charge(rounds * once->count);
  return args[0];
}

Ref repeat(Arguments& args) {
  const Ref made = copy(args);
  if (!made) return {};
  const Value both[] = {made, args[1]};
  Arguments inner{args.vm, both, 2, nullptr, nullptr};
  return repeat_in_place(inner);
}

Ref maxlen_getter(Arguments& args) {
  return self_of(args)->maxlen < 0 ? none() : make_int(args.vm, self_of(args)->maxlen);
}

/// For copy.deepcopy and whoever makes another of its kind: (class, (items,) or (items, maxlen)).
Ref reduce(Arguments& args) {
  Vm& vm = args.vm;
  Deque* deque = self_of(args);
  const Ref state = find_attribute(vm, args[0], vm.names.dunder_dict);
  if (!state && vm.has_error()) return {};
  const Ref maxlen = make_int(vm, deque->maxlen), iterator = make_walk(vm, deque, false);
  const Value with[] = {vm.empty_tuple, maxlen};
  const Ref arguments = deque->maxlen < 0 ? Ref(vm.empty_tuple) : tuple_of(vm, with);
  const bool has_state = state && truth(vm, state) == 1;
  const Value parts[] = {Value(deque->type), arguments, has_state ? state.get() : kNone, iterator};
  return tuple_of(vm, parts);
}

Ref walk_length_hint(Arguments& args) {
  const auto* walk = cast<DequeIterator>(args[0]);
  return make_int(args.vm, walk->deque == nullptr ? 0 : static_cast<std::int64_t>(walk->deque->count) - walk->at);
}

constexpr NativeDef kMethods[] = {
    {"__init__", deque_init, 0, -1, Takes::Keywords},
    {"append", append, 1, 1},
    {"appendleft", appendleft, 1, 1},
    {"extend", extend, 1, 1},
    {"extendleft", extendleft, 1, 1},
    {"pop", pop},
    {"popleft", popleft},
    {"clear", clear},
    {"copy", copy},
    {"__copy__", copy},
    {"rotate", rotate, 0, -1},
    {"reverse", reverse},
    {"count", count, 1, 1},
    {"index", index, 1, 3},
    {"insert", insert, 2, 2},
    {"remove", remove, 1, 1},
    {"__getitem__", get_item_method, 1, 1},
    {"__setitem__", set_item_method, 2, 2},
    {"__delitem__", delete_item_method, 1, 1},
    {"__len__", length_method},
    {"__contains__", contains_method, 1, 1},
    {"__iter__", iterate},
    {"__reversed__", reversed},
    {"__repr__", repr_method},
    {"__eq__", compare_method<CompareKind::Eq>, 1, 1},
    {"__ne__", compare_method<CompareKind::Ne>, 1, 1},
    {"__lt__", compare_method<CompareKind::Lt>, 1, 1},
    {"__le__", compare_method<CompareKind::Le>, 1, 1},
    {"__gt__", compare_method<CompareKind::Gt>, 1, 1},
    {"__ge__", compare_method<CompareKind::Ge>, 1, 1},
    {"__add__", add, 1, 1},
    {"__iadd__", add_in_place, 1, 1},
    {"__mul__", repeat, 1, 1},
    {"__rmul__", repeat, 1, 1},
    {"__imul__", repeat_in_place, 1, 1},
    {"__reduce__", reduce},
};
constexpr NativeDef kNew[] = {{"__new__", deque_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kClassMethods[] = {{"__class_getitem__", class_get_item, 0, -1, Takes::Keywords}};
constexpr NativeDef kProperties[] = {{"maxlen", maxlen_getter}};
constexpr NativeDef kWalkMethods[] = {{"__length_hint__", walk_length_hint}};

}  // namespace

Type* deque_type(Vm& vm) {
  if (const auto found = vm.extensions.find(&kTypesKey); found != vm.extensions.end()) return static_cast<const DequeTypes*>(found->second)->deque;
  auto* types = static_cast<DequeTypes*>(vm.heap.allocate_raw(sizeof(DequeTypes)));
  vm.extensions[&kTypesKey] = types;
  Type* type = types->deque = make_extension_type(vm, "deque", "collections", &kDequeTraits);
  type->no_instance_dict = true;
  set_dotted_name(vm, type);
  install(vm, type, kMethods);
  install_static(vm, type, kNew);
  install_class_methods(vm, type, kClassMethods);
  install_properties(vm, type, kProperties);
  make_unhashable(vm, type);
  type_set(vm, type, intern(vm, "__abc_tpflags__"), Value::from_int(1 << 5));  // case [...] takes it (Py_TPFLAGS_SEQUENCE)
  for (Type** iterator : {&types->iterator, &types->reverse_iterator}) {
    *iterator = make_extension_type(vm, iterator == &types->iterator ? "_deque_iterator" : "_deque_reverse_iterator", "_collections", &kIteratorTraits);
    (*iterator)->no_instance_dict = true;
    set_dotted_name(vm, *iterator);
    install_iterator_protocol(vm, *iterator);
    install(vm, *iterator, kWalkMethods);
  }
  return type;
}

}  // namespace waiter::python
