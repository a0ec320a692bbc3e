#include "python/methods/helpers.h"

#include <algorithm>

#include "python/accessor.h"
#include "python/methods/install.h"
#include "python/methods/mapping_proxy.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

/// A function that no type's table of methods holds.
Ref free_native(Vm& vm, const NativeDef& def) {
  auto* native = vm.heap.make<Native>(Kind::Native, vm.types.native);
  native->def = &def;
  native->self = kUnbound;
  return Ref::steal(Value(native));
}

void install_wrapped(Vm& vm, Type* type, std::span<const NativeDef> functions, Kind kind, Type* wrapper_type) {
  for (const NativeDef& def : functions) {
    auto* wrapper = vm.heap.make<MethodWrapper>(kind, wrapper_type);
    Ref native = free_native(vm, def);
    if (kind == Kind::ClassMethod) {
      cast<Native>(native)->owner = type;
      cast<Native>(native)->extra = static_cast<std::uint16_t>(NativeRole::ClassMethod);
    }
    wrapper->function = native.release();
    const Ref owner = Ref::steal(Value(wrapper));
    dict_set_name(vm, type->dict, intern(vm, def.name), owner);
  }
  type_modified(vm, type);
}

}  // namespace

void install_static(Vm& vm, Type* type, std::span<const NativeDef> functions) {
  install_wrapped(vm, type, functions, Kind::StaticMethod, vm.types.staticmethod);
}

void install_class_methods(Vm& vm, Type* type, std::span<const NativeDef> functions) {
  install_wrapped(vm, type, functions, Kind::ClassMethod, vm.types.classmethod_descriptor);
}

void install_properties(Vm& vm, Type* type, std::span<const NativeDef> getters, std::span<const NativeDef> setters) {
  const auto accessor = [&](const NativeDef& def) {
    Ref native = free_native(vm, def);
    cast<Native>(native)->owner = type;
    return native.release();
  };
  for (const NativeDef& def : getters) {
    auto* property = vm.heap.make<Property>(Kind::Property, vm.types.property);
    property->getter = accessor(def);
    property->setter = property->deleter = property->doc = kNone;
    for (const NativeDef& setter : setters)
      if (std::string_view(setter.name) == def.name) property->setter = accessor(setter);
    const Ref owner = Ref::steal(Value(property));
    dict_set_name(vm, type->dict, intern(vm, def.name), owner);
  }
  type_modified(vm, type);
}

void make_unhashable(Vm& vm, Type* type) { type_set(vm, type, vm.names.dunder_hash, kNone); }

void install_methods(Vm& vm) {
  install_object_methods(vm);
  install_type_methods(vm);
  install_alias_methods(vm);
  install_int_methods(vm);
  install_float_methods(vm);
  install_str_methods(vm);
  install_bytes_methods(vm);
  install_list_methods(vm);
  install_tuple_methods(vm);
  install_dict_methods(vm);
  install_set_methods(vm);
  install_range_methods(vm);
  install_iterator_methods(vm);
  install_iterator_copies(vm);
  install_generator_methods(vm);
  install_descriptor_methods(vm);
  install_accessor_methods(vm);
  install_function_methods(vm);
  install_mapping_proxy(vm);
  install_module_methods(vm);
  install_exception_methods(vm);
  install_exception_group_methods(vm);
}

Ref plain(Vm& vm, Value value) {
  if (!value.is_object() || !value.object()->type->is_user) return value;
  switch (value.object()->kind) {
    case Kind::Int: return make_int(vm, *cast<Int>(value)->value);
    case Kind::Float: return make_float(vm, cast<Float>(value)->value);
    case Kind::Str: return make_str(vm, cast<Str>(value)->view(), cast<Str>(value)->length);
    case Kind::Bytes: return make_bytes(vm, cast<Bytes>(value)->view(), (value.object()->flags & kFrozen) == 0);
    case Kind::Tuple: return tuple_of(vm, {cast<Tuple>(value)->items, cast<Tuple>(value)->count});
    case Kind::List:
      if (!room_for(vm, cast<List>(value)->count * sizeof(Value))) return {};
      return make_list(vm, {cast<List>(value)->items, cast<List>(value)->count});
    case Kind::Dict: return Ref::steal(Value(dict_copy(vm, cast<Dict>(value))));
    case Kind::Set: return set_copy(vm, cast<Set>(value), (value.object()->flags & kFrozen) != 0);
    default: return value;
  }
}

Ref with_type(Vm& vm, Type* type, Ref value) {
  if (!value || type == type_of(vm, value)) return value;
  Object* object = allocate_instance(vm, type);
  Ref result = Ref::steal(Value(object));
  switch (type->layout) {
    case Kind::Int:
      *static_cast<Int*>(object)->value = big_value(value);
      vm.heap.count_bytes(static_cast<std::int64_t>(static_cast<Int*>(object)->value->bit_length() / 8));
      break;
    case Kind::Float: static_cast<Float*>(object)->value = float_value(value); break;
    case Kind::Str: {
      const Str* from = cast<Str>(value);
      auto* to = static_cast<Str*>(object);
      char* data = static_cast<char*>(vm.heap.allocate_raw(from->size + 1));
      std::copy(from->data, from->data + from->size + 1, data);
      to->data = data;
      to->size = from->size;
      to->length = from->length;
      to->flags = static_cast<std::uint8_t>(to->flags | (from->flags & kAscii));
      break;
    }
    case Kind::Bytes: {
      const Bytes* from = cast<Bytes>(value);
      auto* to = static_cast<Bytes*>(object);
      to->data = static_cast<char*>(vm.heap.allocate_raw(from->size + 1));
      std::copy(from->data, from->data + from->size, to->data);
      to->data[from->size] = '\0';
      to->size = from->size;
      to->capacity = from->size + 1;
      to->flags = static_cast<std::uint8_t>(to->flags | (from->flags & kFrozen));
      break;
    }
    case Kind::Tuple: {
      const Tuple* from = cast<Tuple>(value);
      auto* to = static_cast<Tuple*>(object);
      to->items = static_cast<Value*>(vm.heap.allocate_raw(from->count * sizeof(Value)));
      to->count = from->count;
      for (std::uint32_t i = 0; i < from->count; ++i) to->items[i] = Ref(from->items[i]).release();
      break;
    }
    case Kind::Set: {
      auto* to = static_cast<Set*>(object);
      to->table = to->small;
      to->mask = 7;
      to->flags = static_cast<std::uint8_t>(to->flags | kFrozen);
      if (!set_update(vm, to, value)) return {};
      break;
    }
    default: WAITER_ASSERT(false, "only immutable layouts are copied into a subclass");
  }
  return result;
}

Type* class_to_make(Arguments& args, Type* base) {
  Vm& vm = args.vm;
  const std::string_view name = base->name->view();
  if (args.count == 0) {
    vm.raise(vm.types.TypeError, "{}.__new__(): not enough arguments", name);
    return nullptr;
  }
  if (!args[0].is_kind(Kind::Type)) {
    vm.raise(vm.types.TypeError, "{}.__new__(X): X is not a type object ({})", name, type_name(vm, args[0]));
    return nullptr;
  }
  Type* type = cast<Type>(args[0]);
  if (!is_subtype(type, base)) {
    vm.raise(vm.types.TypeError, "{}.__new__({}): {} is not a subtype of {}", name, type->name->view(), type->name->view(), name);
    return nullptr;
  }
  return type;
}

void pass_over_keywords(Arguments& args, const Type* type, const Type* base, Str* maker) {
  if (args.names == nullptr || type == base) return;
  const auto found = [&](const Type* of) { return type_lookup(args.vm, const_cast<Type*>(of), maker); };
  if (found(type) != found(base)) args.names = nullptr;
}

bool no_keywords(Arguments& args, std::string_view function) {
  if (args.keyword_count() == 0) return true;
  args.vm.raise(args.vm.types.TypeError, "{}() takes no keyword arguments", function);
  return false;
}

bool unpack_count(Arguments& args, std::string_view function, std::uint32_t offset, std::uint32_t min, std::uint32_t max) {
  if (!no_keywords(args, function)) return false;
  const std::uint32_t given = args.count - offset;
  if (given >= min && given <= max) return true;
  const std::uint32_t limit = given < min ? min : max;
  args.vm.raise(args.vm.types.TypeError, "{} expected {}{} argument{}, got {}", function,
                min == max ? "" : given < min ? "at least " : "at most ", limit, limit == 1 ? "" : "s", given);
  return false;
}

bool need_str(Vm& vm, Value value, std::string_view what) {
  if (is_str(value)) return true;
  vm.raise(vm.types.TypeError, "{} must be str, not {}", what, argument_type_name(vm, value));
  return false;
}

std::optional<std::int64_t> clipped_index(Vm& vm, Value value) {
  if (value.is_int()) return value.as_int();
  if (!is_int_like(value) && type_lookup(vm, type_of(vm, value), vm.names.dunder_index).is_empty()) {
    vm.raise(vm.types.TypeError, "slice indices must be integers or None or have an __index__ method");
    return std::nullopt;
  }
  const Ref index = to_index(vm, value);
  if (!index) return std::nullopt;
  const text::BigInt big = big_value(index);
  if (big.fits_int64()) return big.to_int64();
  return big.sign() < 0 ? INT64_MIN : INT64_MAX;
}

std::optional<Bounds> bounds_of(Arguments& args, std::uint32_t first, std::int64_t length) {
  Bounds bounds{0, length};
  const auto adjust = [&](Value value, std::int64_t& place) {
    if (value.is_empty() || value.is_none()) return true;
    const auto index = clipped_index(args.vm, value);
    if (!index) return false;
    place = *index;
    return true;
  };
  if (!adjust(args.get(first), bounds.start) || !adjust(args.get(first + 1), bounds.end)) return std::nullopt;
  if (bounds.end > length) bounds.end = length;
  if (bounds.end < 0) bounds.end = std::max<std::int64_t>(bounds.end + length, 0);
  if (bounds.start < 0) bounds.start = std::max<std::int64_t>(bounds.start + length, 0);
  return bounds;
}

Ref plain_new_args(Arguments& args) {
  const Ref value = plain(args.vm, args[0].is_bool() ? plain_int(args[0]) : args[0]);
  if (!value) return {};
  const Value one[] = {value};
  return tuple_of(args.vm, one);
}

Ref plain_repr(Arguments& args) {
  if (args[0].is_kind(Kind::Dict) || args[0].is_kind(Kind::List) || args[0].is_kind(Kind::Set) || args[0].is_kind(Kind::Tuple))
    return layout_repr(args.vm, args[0]);
  const Ref value = plain(args.vm, args[0]);
  return value ? repr(args.vm, value) : Ref();
}

Ref plain_str(Arguments& args) {
  const Ref value = plain(args.vm, args[0]);
  return value ? to_str(args.vm, value) : Ref();
}

Ref plain_hash(Arguments& args) {
  const Ref value = plain(args.vm, args[0]);
  std::int64_t result = 0;
  if (!value || !hash(args.vm, value, result)) return {};
  return make_int(args.vm, result);
}

Ref plain_length(Arguments& args) {
  const Value self = args[0];
  if (self.is_object()) {
    switch (self.object()->kind) {
      case Kind::List: return make_int(args.vm, cast<List>(self)->count);
      case Kind::Tuple: return make_int(args.vm, cast<Tuple>(self)->count);
      case Kind::Dict: return make_int(args.vm, cast<Dict>(self)->used);
      case Kind::Set: return make_int(args.vm, cast<Set>(self)->used);
      case Kind::Str: return make_int(args.vm, cast<Str>(self)->length);
      case Kind::Bytes: return make_int(args.vm, cast<Bytes>(self)->size);
      default: break;
    }
  }
  const std::int64_t count = length(args.vm, self);
  return count < 0 ? Ref() : make_int(args.vm, count);
}

Ref plain_iterator(Arguments& args) {
  const Value self = args[0];
  Vm& vm = args.vm;
  if (self.is_object() && self.object()->type->is_user) {
    // Walked where it stands, so that changes during the walk show.
    if (self.object()->kind == Kind::List) return make_iterator(vm, IteratorKind::List, self);
    if (self.object()->kind == Kind::Tuple) return make_iterator(vm, IteratorKind::Tuple, self);
    const bool is_table = self.object()->kind == Kind::Dict || self.object()->kind == Kind::Set;
    if (is_table) {
      Type* const type = std::exchange(self.object()->type, self.object()->kind == Kind::Dict ? vm.types.dict : vm.types.set);
      Ref iterator = get_iterator(vm, self);  // runs nobody's code: it only makes the iterator
      self.object()->type = type;
      return iterator;
    }
  }
  const Ref value = plain(vm, self);
  return value ? get_iterator(vm, value) : Ref();
}

Ref plain_contains(Arguments& args) {
  Vm& vm = args.vm;
  if (args[0].is_kind(Kind::Dict)) {
    const DictFind found = dict_find(vm, cast<Dict>(args[0]), args[1]);
    return found.failed ? Ref() : boolean(found.entry >= 0);
  }
  if (args[0].is_kind(Kind::Set)) return boolean_or_error(set_contains(vm, cast<Set>(args[0]), args[1]));
  const Ref value = plain(vm, args[0]);
  return value ? boolean_or_error(contains(vm, value, args[1])) : Ref();
}

Ref plain_get_item(Arguments& args) {
  const Ref value = plain(args.vm, args[0]);
  return value ? get_item(args.vm, value, args[1]) : Ref();
}

Ref plain_truth(Arguments& args) {
  const Ref value = plain(args.vm, args[0]);
  return value ? boolean_or_error(truth(args.vm, value)) : Ref();
}

Ref plain_format(Arguments& args) {
  if (!is_str(args[1]))
    return args.vm.raise(args.vm.types.TypeError, "__format__() argument must be str, not {}", type_name(args.vm, args[1]));
  const Ref value = plain(args.vm, args[0]);
  return value ? format_value(args.vm, value, args[1]) : Ref();
}

Ref list_of_items(Vm& vm, Value iterable) {
  if (!iterable.is_object() || !iterable.object()->type->is_user) return list_from(vm, iterable);
  const Ref iterator = get_iterator(vm, iterable);
  return iterator ? list_from(vm, iterator) : Ref();
}

namespace {

std::optional<std::int64_t> to_range(Vm& vm, Value value, std::int64_t least, std::int64_t most, Type* error, const char* words) {
  const auto given = to_int64(vm, value, vm.types.OverflowError);
  if (given && *given >= least && *given <= most) return given;
  if (!given && !vm.error_is(vm.types.OverflowError)) return std::nullopt;
  vm.clear_error();
  vm.raise(error, words);
  return std::nullopt;
}

}  // namespace

std::optional<std::int64_t> to_ssize(Vm& vm, Value value) {
  return to_range(vm, value, INT64_MIN, INT64_MAX, vm.types.OverflowError, "Python int too large to convert to C ssize_t");
}
std::optional<std::int64_t> to_c_int(Vm& vm, Value value) {
  return to_range(vm, value, INT32_MIN, INT32_MAX, vm.types.OverflowError, "Python int too large to convert to C int");
}
std::optional<std::int64_t> to_byte(Vm& vm, Value value) { return to_range(vm, value, 0, 255, vm.types.ValueError, "byte must be in range(0, 256)"); }

}  // namespace waiter::python
