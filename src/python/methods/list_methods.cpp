// list.

#include <algorithm>
#include <cstring>

#include "python/methods/helpers.h"
#include "python/methods/install.h"

namespace waiter::python {
namespace {

bool fits_list(Vm&, Value value) { return value.is_kind(Kind::List); }
List* self_of(Arguments& args) { return cast<List>(args[0]); }

void clear(Vm& vm, List* list) {
  Value* const items = std::exchange(list->items, nullptr);
  const std::uint32_t count = std::exchange(list->count, 0);
  const std::uint32_t capacity = std::exchange(list->capacity, 0);
  for (std::uint32_t i = count; i-- > 0;) decref(items[i]);  // the last one first (list_clear)
  vm.heap.free_raw(items, capacity * sizeof(Value));
}

Ref list_new(Arguments& args) {
  Type* type = class_to_make(args, args.vm.types.list);
  if (type == nullptr) return {};
  return type == args.vm.types.list ? make_list(args.vm) : Ref::steal(Value(allocate_instance(args.vm, type)));
}

Ref list_init(Arguments& args) {
  Arguments rest = behind(args, 1);
  pass_over_keywords(rest, type_of(args.vm, args[0]), args.vm.types.list, args.vm.names.dunder_new);
  if (!unpack_count(rest, "list", 0, 0, 1)) return {};
  clear(args.vm, self_of(args));
  return none_or_error(rest.count == 0 || list_extend(args.vm, self_of(args), rest[0]));
}

Ref append(Arguments& args) {
  list_append(args.vm, self_of(args), args[1]);
  return none();
}

Ref extend(Arguments& args) { return none_or_error(list_extend(args.vm, self_of(args), args[1])); }

Ref insert(Arguments& args) {
  Vm& vm = args.vm;
  auto at = to_ssize(vm, args[1]);
  if (!at) return {};
  List* list = self_of(args);
  list_append(vm, list, args[2]);
  const std::int64_t last = list->count - 1;
  if (*at < 0) *at = std::max<std::int64_t>(*at + last, 0);
  *at = std::min(*at, last);
  std::memmove(static_cast<void*>(list->items + *at + 1), list->items + *at, static_cast<std::size_t>(last - *at) * sizeof(Value));
  list->items[*at] = args[2];
  vm.charge((last - *at) / 64);
  return none();
}

/// Takes item `at` out. The reference is the caller's.
Value take(List* list, std::int64_t at) {
  const Value item = list->items[at];
  std::memmove(static_cast<void*>(list->items + at), list->items + at + 1, static_cast<std::size_t>(list->count - at - 1) * sizeof(Value));
  --list->count;
  return item;
}

Ref pop(Arguments& args) {
  Vm& vm = args.vm;
  List* list = self_of(args);
  if (args.count == 1) {
    if (list->count == 0) return vm.raise(vm.types.IndexError, "pop from empty list");
    return Ref::steal(list->items[--list->count]);
  }
  auto at = to_ssize(vm, args[1]);
  if (!at) return {};
  if (list->count == 0) return vm.raise(vm.types.IndexError, "pop from empty list");
  if (*at < 0) *at += list->count;
  if (*at < 0 || *at >= list->count) return vm.raise(vm.types.IndexError, "pop index out of range");
  vm.charge((list->count - *at) / 64);
  return Ref::steal(take(list, *at));
}

/// Where `item` is in [start, end); -1: nowhere, -2: exception. An __eq__ may change the list meanwhile.
std::int64_t find(Vm& vm, List* list, Value item, std::int64_t start, std::int64_t end) {
  for (std::int64_t i = start; i < end && i < list->count; ++i) {
    if (list->items[i] == item && !is_float(item)) {
      vm.charge(i - start);
      return i;
    }
    const Ref held = list->items[i];
    const int same = equal(vm, held, item);
    if (same < 0) return -2;
    if (same == 1) {
      vm.charge(i - start);
      return i;
    }
  }
  vm.charge(std::max<std::int64_t>(std::min<std::int64_t>(end, list->count) - start, 0));
  return -1;
}

Ref remove(Arguments& args) {
  Vm& vm = args.vm;
  List* list = self_of(args);
  const std::int64_t at = find(vm, list, args[1], 0, INT64_MAX);
  if (at == -2) return {};
  if (at < 0) return vm.raise(vm.types.ValueError, "list.remove(x): x not in list");
  decref(take(list, at));
  return none();
}

Ref index(Arguments& args) {
  Vm& vm = args.vm;
  for (std::uint32_t i = 2; i < args.count; ++i)
    if (args[i].is_none()) return vm.raise(vm.types.TypeError, "slice indices must be integers or have an __index__ method");
  const auto bounds = bounds_of(args, 2, self_of(args)->count);
  if (!bounds) return {};
  const std::int64_t at = find(vm, self_of(args), args[1], bounds->start, bounds->end);
  if (at >= 0) return make_int(vm, at);
  if (at == -2) return {};
  const auto shown = repr_of(vm, args[1]);
  return shown ? vm.raise(vm.types.ValueError, "{} is not in list", *shown) : Ref();
}

Ref count(Arguments& args) {
  Vm& vm = args.vm;
  std::int64_t found = 0;
  for (std::int64_t at = 0; (at = find(vm, self_of(args), args[1], at, INT64_MAX)) != -1; ++at) {
    if (at == -2) return {};
    ++found;
  }
  return make_int(vm, found);
}

Ref clear_method(Arguments& args) {
  clear(args.vm, self_of(args));
  return none();
}

Ref copy(Arguments& args) {
  const List* list = self_of(args);
  if (!room_for(args.vm, list->count * sizeof(Value))) return {};
  args.vm.charge(list->count / 8);
  return make_list(args.vm, {list->items, list->count});
}

Ref reverse(Arguments& args) {
  List* list = self_of(args);
  std::reverse(list->items, list->items + list->count);
  args.vm.charge(list->count / 8);
  return none();
}

Ref sort(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count > 1) return vm.raise(vm.types.TypeError, "sort() takes no positional arguments");
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "sort", {"*", "key", "reverse"}, 0, out)) return {};
  const Ref reverse_index = out[1].is_empty() ? Ref(kFalse) : to_index(vm, out[1]);  // an int, for CPython's argument clinic
  if (!reverse_index) return {};
  const int backwards = truth(vm, reverse_index);
  if (backwards < 0) return {};
  return none_or_error(sort_items(vm, self_of(args), out[0], backwards == 1));
}

/// Runs `act` on a plain list that has this one's items for the while, so that no method of a subclass is asked.
template <class Act>
Ref on_plain(Arguments& args, Act act) {
  List* list = self_of(args);
  const Ref stand_in = make_list(args.vm);
  List* other = cast<List>(stand_in);
  const auto swap = [&] {
    std::swap(list->items, other->items);
    std::swap(list->count, other->count);
    std::swap(list->capacity, other->capacity);
  };
  swap();
  const bool fine = act(stand_in.get());
  swap();
  return none_or_error(fine);
}

Ref set_item_method(Arguments& args) {
  // What is assigned to a slice is read first: it may be the list itself.
  Ref value = args[2];
  if (args[1].is_kind(Kind::Slice)) {
    value = list_of_items(args.vm, args[2]);
    if (!value) {
      if (!args.vm.error_is(args.vm.types.TypeError)) return {};
      args.vm.clear_error();
      const Value step = cast<Slice>(args[1])->step;
      const bool is_extended = !step.is_none() && step != Value::from_int(1);
      return args.vm.raise(args.vm.types.TypeError, is_extended ? "must assign iterable to extended slice" : "can only assign an iterable");
    }
  }
  return on_plain(args, [&](Value list) { return set_item(args.vm, list, args[1], value); });
}

Ref delete_item_method(Arguments& args) {
  return on_plain(args, [&](Value list) { return delete_item(args.vm, list, args[1]); });
}

Ref get_item_method(Arguments& args) {
  const Value key = args[1];
  const List* list = self_of(args);
  if (key.is_int()) {
    const std::int64_t at = key.as_int() < 0 ? key.as_int() + list->count : key.as_int();
    if (at >= 0 && at < list->count) return list->items[at];
  }
  return plain_get_item(args);
}

Ref add(Arguments& args) {
  const Ref left = plain(args.vm, args[0]), right = plain(args.vm, args[1]);
  if (!left || !right) return {};
  return concatenated(args.vm, left, right, args[1]);
}

Ref multiply(Arguments& args) {
  Vm& vm = args.vm;
  const auto times = to_int64(vm, args[1], vm.types.OverflowError);
  if (!times) return {};
  const Ref self = plain(vm, args[0]);
  return self ? repeat_sequence(vm, self, *times) : Ref();
}

Ref add_in_place(Arguments& args) {
  return list_extend(args.vm, self_of(args), args[1]) ? Ref(args[0]) : Ref();
}

Ref multiply_in_place(Arguments& args) {
  const Ref product = multiply(args);
  if (!product || product.get() == kNotImplemented) return product;
  clear(args.vm, self_of(args));
  return list_extend(args.vm, self_of(args), product) ? Ref(args[0]) : Ref();
}

Ref reversed(Arguments& args) {
  Ref iterator = make_iterator(args.vm, IteratorKind::Reversed, args[0]);
  cast<Iterator>(iterator)->index = static_cast<std::int64_t>(self_of(args)->count) - 1;
  iterator.get().object()->type = args.vm.types.list_reverseiterator;
  return iterator;
}

constexpr NativeDef kMethods[] = {
    {"__init__", list_init, 0, -1, Takes::Keywords},
    {"append", append, 1, 1},
    {"extend", extend, 1, 1},
    {"insert", insert, 2, 2},
    {"pop", pop, 0, 1},
    {"remove", remove, 1, 1},
    {"index", index, 1, 3},
    {"count", count, 1, 1},
    {"clear", clear_method},
    {"copy", copy},
    {"reverse", reverse},
    {"sort", sort, 0, -1, Takes::Keywords},
    WAITER_COMPARISONS(fits_list),
    {"__add__", add, 1, 1},
    {"__iadd__", add_in_place, 1, 1},
    {"__mul__", multiply, 1, 1},
    {"__rmul__", multiply, 1, 1},
    {"__imul__", multiply_in_place, 1, 1},
    {"__contains__", plain_contains, 1, 1},
    {"__getitem__", get_item_method, 1, 1},
    {"__setitem__", set_item_method, 2, 2},
    {"__delitem__", delete_item_method, 1, 1},
    {"__iter__", plain_iterator},
    {"__reversed__", reversed},
    {"__len__", plain_length},
    {"__repr__", plain_repr},
};
constexpr NativeDef kNew[] = {{"__new__", list_new, 0, -1, Takes::Keywords}};

}  // namespace

void install_list_methods(Vm& vm) {
  install(vm, vm.types.list, kMethods);
  install_static(vm, vm.types.list, kNew);
  make_unhashable(vm, vm.types.list);
}

}  // namespace waiter::python
