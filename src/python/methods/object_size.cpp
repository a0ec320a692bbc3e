#include "python/methods/object_size.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "python/bytecode.h"
#include "python/list_growth.h"
#include "python/operations.h"
#include "python/text/big_int.h"
#include "python/vm.h"

namespace waiter::python {
namespace {

constexpr std::int64_t kSpareStack = 3;  // code_builder.cpp: what our frames have beyond what the code needs
constexpr std::int64_t kPointer = 8, kCollectors = 16, kLateDict = 16;

std::int64_t bits_of(Value value) {
  if (value.is_bool()) return 1;
  if (!value.is_int()) return static_cast<std::int64_t>(cast<Int>(value)->value->bit_length());
  auto rest = static_cast<std::uint64_t>(value.as_int() < 0 ? -value.as_int() : value.as_int());
  std::int64_t bits = 0;
  for (; rest != 0; rest >>= 1) ++bits;
  return bits;
}

/// By the widest code point, which UTF-8 shows in its first byte.
std::int64_t size_of_text(const Str* text) {
  if (text->is_ascii()) return 49 + static_cast<std::int64_t>(text->size);
  unsigned char widest = 0;
  for (const char each : text->view()) widest = std::max(widest, static_cast<unsigned char>(each));
  const std::int64_t unit = widest >= 0xf0 ? 4 : widest > 0xc3 ? 2 : 1;
  return 72 + unit * (static_cast<std::int64_t>(text->length) + 1);
}

std::int64_t size_of_dict(const Dict* dict) {
  constexpr std::int64_t kStruct = 48, kKeys = 32;
  if (dict->capacity == 0) return kStruct;
  const std::int64_t places = std::bit_ceil(dict->capacity + 1);  // a power of two, two thirds of which are the capacity
  const std::int64_t index = places <= 128 ? places : places <= 32768 ? 2 * places : 4 * places;
  return kStruct + kKeys + index + places * 2 / 3 * (dict->has_other_keys ? 24 : 16);
}

/// A display of three or more constants is copied from a tuple, which leaves an even number of places.
std::int64_t places_of_list(const List* list) {
  const auto differs = [&](Value item) { return item != list->items[0]; };  // else it is rather [0] * 5
  const bool may_be_display = list->count >= 3 && list->count == list->capacity && list->count % 2 == 1 &&
                              std::any_of(list->items, list->items + list->count, differs) &&
                              std::none_of(list->items, list->items + list->count, [](Value item) {
                                return item.is_object() && !item.is_kind(Kind::Str) && !item.is_kind(Kind::Float) && !item.is_kind(Kind::Int);
                              });
  if (may_be_display) return list->capacity + 1;
  if (list->capacity < kLongList || list->count == list->capacity) return list->capacity;
  std::uint64_t places = 0;  // ours grows by several of CPython's steps at once
  while (places < list->count) places = next_list_places(places + 1);
  return static_cast<std::int64_t>(std::min<std::uint64_t>(places, list->capacity));
}

bool is_traced_by_cpython(Kind kind) {
  switch (kind) {
    case Kind::Float: case Kind::Int: case Kind::Str: case Kind::Bytes: case Kind::Range: return false;
    default: return true;
  }
}

/// Types whose instances are all of one size, the collector's part included.
std::int64_t fixed_size(std::string_view type) {
  constexpr std::pair<std::string_view, std::int64_t> kSizes[] = {
      {"map", 48}, {"filter", 48}, {"zip", 64}, {"enumerate", 72}, {"reversed", 48}, {"list_reverseiterator", 48}, {"list_iterator", 48},
      {"tuple_iterator", 48}, {"dict_keyiterator", 72}, {"dict_valueiterator", 72}, {"dict_itemiterator", 72}, {"set_iterator", 64},
      {"range_iterator", 48}, {"str_iterator", 48}, {"str_ascii_iterator", 48}, {"dict_keys", 40}, {"dict_values", 40}, {"dict_items", 40},
      {"function", 152}, {"builtin_function_or_method", 72}, {"method", 64}, {"method-wrapper", 48}, {"method_descriptor", 72},
      {"wrapper_descriptor", 72}, {"property", 80}, {"staticmethod", 48}, {"classmethod", 48}, {"slice", 56}, {"module", 72}, {"cell", 40},
      {"mappingproxy", 40}, {"memoryview", 184}, {"OSError", 128}, {"StopIteration", 96}, {"SystemExit", 96}, {"ImportError", 112},
      {"ModuleNotFoundError", 112}, {"SyntaxError", 152}, {"UnicodeDecodeError", 128}, {"UnicodeEncodeError", 128}, {"NameError", 96},
      {"AttributeError", 104}, {"ExceptionGroup", 112}, {"collections.deque", 760}, {"deque", 760}};
  for (const auto& [name, size] : kSizes)
    if (name == type) return size;
  return 0;
}

ObjectSize size_of_builtin(Vm& vm, Value value) {
  if (value.is_int() || value.is_bool() || value.is_kind(Kind::Int)) return {24 + 4 * std::max<std::int64_t>(1, (bits_of(value) + 29) / 30)};
  if (is_float(value)) return {24};
  if (!value.is_object()) return {16};
  const Object* object = value.object();
  switch (object->kind) {
    case Kind::Str: return {size_of_text(cast<Str>(value))};
    case Kind::Bytes:
      if ((object->flags & kFrozen) != 0) return {33 + static_cast<std::int64_t>(cast<Bytes>(value)->size)};
      return {cast<Bytes>(value)->size == 0 ? 56 : 57 + static_cast<std::int64_t>(cast<Bytes>(value)->size)};
    case Kind::List: return {40 + kPointer * places_of_list(cast<List>(value)), kCollectors};
    case Kind::Tuple: return {24 + kPointer * static_cast<std::int64_t>(cast<Tuple>(value)->count), kCollectors};
    case Kind::Dict: return {size_of_dict(cast<Dict>(value)), kCollectors};
    case Kind::Set: return {200 + (cast<Set>(value)->mask > 7 ? 16 * (static_cast<std::int64_t>(cast<Set>(value)->mask) + 1) : 0), kCollectors};
    case Kind::Range: return {48};
    case Kind::Generator: {
      const Code* code = cast<Generator>(value)->code;
      return {152 + (code == nullptr ? 0 : kPointer * (static_cast<std::int64_t>(code->local_count) + std::max<std::int64_t>(static_cast<std::int64_t>(code->stack_size) - kSpareStack, 1))), kCollectors};
    }
    default: break;
  }
  const Type* type = type_of(vm, value);
  while (type->is_user && type->base != nullptr) type = type->base;
  if (const std::int64_t size = fixed_size(type->name->view()); size != 0) return {size - kCollectors, kCollectors};
  if (object->kind == Kind::Exception) return {72, kCollectors};
  return {16};
}

/// A class: one whose instances get their __dict__ late has a table of the names to come.
std::int64_t size_of_class(const Type* type) {
  if (!type->is_user) return 408;
  const Type* base = type;
  while (base->is_user && base->base != nullptr) base = base->base;
  const bool shares_names = !type->no_instance_dict && base->layout != Kind::Int && base->layout != Kind::Tuple && base->layout != Kind::Bytes &&
                            base->layout != Kind::Exception && base->layout != Kind::Type;
  return shares_names ? 904 + 768 : 904;
}

std::int64_t slots_of(const Type* type) {
  std::int64_t slots = 0;
  for (; type != nullptr && type->is_user; type = type->base)
    for (std::uint32_t i = 0; i < type->dict->filled; ++i) {
      const Value value = type->dict->entries[i].value;
      slots += value.is_kind(Kind::Accessor) && cast<Accessor>(value)->what() == AccessorKind::Slot ? 1 : 0;
    }
  return slots;
}

}  // namespace

ObjectSize object_size_in_cpython(Vm& vm, Value value) {
  if (value.is_kind(Kind::Type)) return {size_of_class(cast<Type>(value)), kCollectors};
  ObjectSize size = size_of_builtin(vm, value);
  const Type* type = type_of(vm, value);
  if (!type->is_user) return size;
  const Type* base = type;
  while (base->is_user && base->base != nullptr) base = base->base;
  const Kind kind = base->layout;
  const bool varies = kind == Kind::Int || kind == Kind::Tuple || (kind == Kind::Bytes && (value.object()->flags & kFrozen) != 0);
  if (kind == Kind::Str) size.own += cast<Str>(value)->is_ascii() ? 72 - 48 : 0;  // its text stands apart
  if (!is_traced_by_cpython(kind) || kind == Kind::Instance) size.before = kCollectors;
  size.own += kPointer * slots_of(type);
  if (!varies && type->has_weakref && !base->has_weakref) size.own += kPointer;
  if (type->no_instance_dict || kind == Kind::Exception) return size;
  if (!varies) size.before += kLateDict;
  else if (kind != Kind::Int) size.own += kPointer;
  return size;
}

}  // namespace waiter::python
