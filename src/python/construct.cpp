#include "python/construct.h"

#include <algorithm>

#include "python/list_growth.h"
#include "python/operations.h"
#include "python/text/unicode.h"
#include "python/text/big_int.h"

namespace waiter::python {

Ref make_int(Vm& vm, std::int64_t value) {
  if (Value::fits_int(value)) return Value::from_int(value);
  return make_int(vm, text::BigInt(value));
}

Ref make_int(Vm& vm, text::BigInt value) {
  if (value.fits_int64() && Value::fits_int(value.to_int64())) return Value::from_int(value.to_int64());
  auto* object = vm.heap.make<Int>(Kind::Int, vm.types.int_);
  object->value = new text::BigInt(std::move(value));
  vm.heap.count_bytes(static_cast<std::int64_t>(object->value->bit_length() / 8));
  return Ref::steal(Value(object));
}

Ref make_float(Vm& vm, double value) {
  if (const Value inlined = Value::from_float_inline(value); !inlined.is_empty()) return inlined;
  auto* object = vm.heap.make<Float>(Kind::Float, vm.types.float_);
  object->value = value;
  return Ref::steal(Value(object));
}

namespace {

/// Strings up to this size stand in the object itself.
constexpr std::size_t kInlineBytesMax = 1024;

Str* new_str(Vm& vm, std::string_view text, std::uint32_t length) {
  const bool in_place = text.size() <= kInlineBytesMax;
  Str* object = vm.heap.make<Str>(Kind::Str, vm.types.str, in_place ? text.size() + 1 : 0);
  char* data = in_place ? reinterpret_cast<char*>(object + 1) : static_cast<char*>(vm.heap.allocate_raw(text.size() + 1));
  std::copy(text.begin(), text.end(), data);
  data[text.size()] = '\0';
  object->data = data;
  object->size = static_cast<std::uint32_t>(text.size());
  object->length = length;
  if (length == text.size()) object->flags |= kAscii;
  return object;
}

}  // namespace

Ref make_str(Vm& vm, std::string_view text) {
  return make_str(vm, text, static_cast<std::uint32_t>(text::count_code_points(text)));
}

Ref make_str(Vm& vm, std::string_view text, std::uint32_t length) {
  if (text.size() <= 1) {
    const std::size_t slot = text.empty() ? 0 : static_cast<unsigned char>(text[0]);
    if (text.empty()) return Value(intern(vm, ""));
    if (slot < 128) {
      if (vm.character_cache[slot].is_empty()) vm.character_cache[slot] = Ref(Value(intern(vm, text))).release();
      return vm.character_cache[slot];
    }
  }
  if (text.size() > kInlineBytesMax && !vm.heap.may_allocate(text.size())) return vm.raise(vm.types.MemoryError, "");
  return Ref::steal(Value(new_str(vm, text, length)));
}

Str* intern(Vm& vm, std::string_view text, std::uint64_t hashed) {
  if (Str* found = vm.interned.find(text, hashed)) return found;
  Str* object = new_str(vm, text, static_cast<std::uint32_t>(text::count_code_points(text)));
  object->flags |= kInterned;
  object->hash = hashed;
  vm.interned.add(object);
  return object;
}

Str* intern(Vm& vm, std::string_view text) { return intern(vm, text, hash_text(text)); }

Ref make_bytes(Vm& vm, std::string_view bytes, bool mutable_array) {
  if (!vm.heap.may_allocate(bytes.size())) return vm.raise(vm.types.MemoryError, "");
  auto* object = vm.heap.make<Bytes>(Kind::Bytes, mutable_array ? vm.types.bytearray : vm.types.bytes);
  if (!mutable_array) object->flags |= kFrozen;
  object->data = static_cast<char*>(vm.heap.allocate_raw(bytes.size() + 1));
  std::copy(bytes.begin(), bytes.end(), object->data);
  object->data[bytes.size()] = '\0';
  object->size = static_cast<std::uint32_t>(bytes.size());
  object->capacity = object->size + 1;
  return Ref::steal(Value(object));
}

Tuple* make_tuple_raw(Vm& vm, std::uint32_t count) {
  const bool in_place = count <= 64;
  auto* tuple = vm.heap.make<Tuple>(Kind::Tuple, vm.types.tuple, in_place ? count * sizeof(Value) : 0);
  tuple->items = in_place ? reinterpret_cast<Value*>(tuple + 1) : static_cast<Value*>(vm.heap.allocate_raw(count * sizeof(Value)));
  tuple->count = count;
  return tuple;
}

Ref tuple_of(Vm& vm, std::span<const Value> items) {
  if (items.empty() && !vm.empty_tuple.is_empty()) return vm.empty_tuple;
  Tuple* tuple = make_tuple_raw(vm, static_cast<std::uint32_t>(items.size()));
  for (std::size_t i = 0; i < items.size(); ++i) {
    incref(items[i]);
    tuple->items[i] = items[i];
  }
  return Ref::steal(Value(tuple));
}

Ref make_list(Vm& vm, std::span<const Value> items) {
  auto* list = vm.heap.make<List>(Kind::List, vm.types.list);
  if (!items.empty()) {
    list->capacity = static_cast<std::uint32_t>(items.size());
    list->items = static_cast<Value*>(vm.heap.allocate_raw(items.size() * sizeof(Value)));
    for (std::size_t i = 0; i < items.size(); ++i) {
      incref(items[i]);
      list->items[i] = items[i];
    }
    list->count = list->capacity;
  }
  return Ref::steal(Value(list));
}

namespace {

/// Places for so many items in a list that is too small for them.
std::uint64_t places_for(std::uint64_t count, std::uint64_t count_before) {
  const std::uint64_t places = next_list_places(count);
  if (count - count_before > places - count) return (count + 3) & ~std::uint64_t{3};
  std::uint64_t more = places;
  while (count_before >= kLongList && more < count + count / 3) more = next_list_places(more + 1);
  return more;
}

}  // namespace

bool list_reserve(Vm& vm, List* list, std::uint64_t capacity) {
  if (capacity <= list->capacity) return true;
  const std::uint64_t grown = list->capacity == 0 ? capacity : places_for(capacity, list->count);
  if (grown > UINT32_MAX / 2 || !vm.heap.may_allocate(grown * sizeof(Value))) {
    vm.raise(vm.types.MemoryError, "");
    return false;
  }
  auto* items = static_cast<Value*>(vm.heap.allocate_raw(static_cast<std::size_t>(grown) * sizeof(Value)));
  std::copy(list->items, list->items + list->count, items);
  vm.heap.free_raw(list->items, list->capacity * sizeof(Value));
  list->items = items;
  list->capacity = static_cast<std::uint32_t>(grown);
  return true;
}

void list_append(Vm& vm, List* list, Value value) {
  if (list->count == list->capacity) {
    // The limit is checked by the interpreter at its next look (heap.h); one append more does no harm.
    const auto capacity = static_cast<std::uint32_t>(places_for(std::uint64_t{list->count} + 1, list->count));
    auto* items = static_cast<Value*>(vm.heap.allocate_raw(capacity * sizeof(Value)));
    std::copy(list->items, list->items + list->count, items);
    vm.heap.free_raw(list->items, list->capacity * sizeof(Value));
    list->items = items;
    list->capacity = capacity;
  }
  incref(value);
  list->items[list->count++] = value;
}

Dict* make_dict(Vm& vm) { return vm.heap.make<Dict>(Kind::Dict, vm.types.dict); }

Set* make_set(Vm& vm, bool frozen) {
  auto* set = vm.heap.make<Set>(Kind::Set, frozen ? vm.types.frozenset : vm.types.set);
  if (frozen) set->flags |= kFrozen;
  set->table = set->small;
  set->mask = 7;
  return set;
}

Ref make_slice(Vm& vm, Value start, Value stop, Value step) {
  auto* slice = vm.heap.make<Slice>(Kind::Slice, vm.types.slice);
  slice->start = Ref(start).release();
  slice->stop = Ref(stop).release();
  slice->step = Ref(step).release();
  return Ref::steal(Value(slice));
}

Ref make_cell(Vm& vm, Value value) {
  auto* cell = vm.heap.make<Cell>(Kind::Cell, vm.types.cell);
  cell->value = Ref(value).release();
  return Ref::steal(Value(cell));
}

Ref make_bound_method(Vm& vm, Value function, Value self) {
  auto* method = vm.heap.make<BoundMethod>(Kind::BoundMethod, vm.types.bound_method);
  method->function = Ref(function).release();
  method->self = Ref(self).release();
  return Ref::steal(Value(method));
}

Ref make_iterator(Vm& vm, IteratorKind what, Value source) {
  Type* const types[] = {vm.types.list_iterator, vm.types.tuple_iterator, vm.types.str_iterator, vm.types.bytes_iterator,
                         vm.types.range_iterator, vm.types.dict_keyiterator, vm.types.dict_valueiterator,
                         vm.types.dict_itemiterator, vm.types.set_iterator, vm.types.sequence_iterator,
                         vm.types.callable_iterator, vm.types.reversed, vm.types.enumerate, vm.types.zip, vm.types.map,
                         vm.types.filter, vm.types.async_send, vm.types.async_throw, vm.types.coroutine_wrapper, vm.types.anext_awaitable};
  Type* type = types[static_cast<int>(what)];
  if (what == IteratorKind::Str && !cast<Str>(source)->is_ascii()) type = vm.types.str_wide_iterator;
  if (what == IteratorKind::Bytes && is_subtype(source.object()->type, vm.types.bytearray)) type = vm.types.bytearray_iterator;
  auto* iterator = vm.heap.make<Iterator>(Kind::Iterator, type);
  iterator->extra = static_cast<std::uint16_t>(what);
  iterator->source = Ref(source).release();
  iterator->other = kNone;
  return Ref::steal(Value(iterator));
}

}  // namespace waiter::python
